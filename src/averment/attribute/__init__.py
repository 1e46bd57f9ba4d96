"""Parsed article -> attributions: who says what, with the words that say so."""

from averment.attribute.attribution import Attribution, Attributor

__all__ = ["Attribution", "Attributor"]
