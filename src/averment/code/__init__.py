"""Sentences and statements -> PLOVER events: type, mode, actors, recipients, status, stance."""

from averment.code.draft import Coder, EventDraft

__all__ = ["Coder", "EventDraft"]
