"""Content-derived identifiers: the same text or row gets the same id on every machine and in every order."""

import hashlib
import unicodedata


def digest(*parts: object, length: int = 16) -> str:
    """The first ``length`` hexadecimal digits of the SHA-256 of ``parts``, joined so that no two lists collide."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def normalised(text: str) -> str:
    """``text`` as it counts for identity: compatibility-composed, runs of white space made one space, ends stripped."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def article_id(text: str) -> str:
    """The id of an article: a hash of its normalised text."""
    return digest("article", normalised(text))
