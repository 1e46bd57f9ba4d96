"""The codebook as data, and the code that reads it."""

from averment.ontology.plover import PLOVER, EventType, Ontology

__all__ = ["PLOVER", "EventType", "Ontology"]
