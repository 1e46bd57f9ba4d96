"""Mention -> entity with the reason: states, organs, persons, groups, pronouns, nominals, dates."""

from averment.resolve.resolution import DateMention, Resolution, Resolver

__all__ = ["DateMention", "Resolution", "Resolver"]
