"""What makes two texts one article."""

from reader.articles.article import Article

LENGTH = 32
"""Hexadecimal digits: 128 bits, so that chance never gives one to two texts."""


_DIGITS = frozenset("0123456789abcdef")


def is_fingerprint(name: object) -> bool:
    """Say whether something is a fingerprint, and so may stand in a path."""
    return isinstance(name, str) and len(name) == LENGTH and _DIGITS.issuperset(name)


def fingerprint_of(article: Article) -> str:
    """Return a hash of an article's folded text, of its address if it has none: its id at its first import.

    It does not depend on spelling marks, on pictures or on what is known about the article, so that two devices that
    import the same article agree.
    """
    from hashlib import sha256

    from reader.text.folding import fold

    folded = fold("\n".join(block.text for block in article.blocks if block.text)).strip()
    return sha256((folded or article.address).encode()).hexdigest()[:LENGTH]
