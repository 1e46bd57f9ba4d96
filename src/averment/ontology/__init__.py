"""The codebook as data, and the code that reads it."""

from averment.ontology.cameo import CAMEO, Cameo, CodeError, Coding
from averment.ontology.plover import PLOVER, EventType, Ontology

__all__ = ["CAMEO", "PLOVER", "Cameo", "CodeError", "Coding", "EventType", "Ontology"]
