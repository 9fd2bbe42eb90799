"""An article as it will lie on disk, made where there is time for it: opened only where somebody must look into it."""

from dataclasses import dataclass, replace

from reader.articles.article import Article, Origin
from reader.articles.as_file import decode, encode
from reader.articles.facts import Facts, facts_of
from reader.articles.fingerprint import is_fingerprint


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of an article's file, and the facts about it."""

    data: bytes
    facts: Facts

    @property
    def is_sound(self) -> bool:
        """Whether this may be put on disk under its name; what the file holds is checked when it is read."""
        return isinstance(self.data, bytes) and is_fingerprint(self.facts.fingerprint)

    @property
    def article(self) -> Article:
        """The article, decoded each time. Raises as `decode` does for bytes that a process made up."""
        return decode(self.data)


def written(article: Article, original: bytes = b"") -> Written:
    """Return an article as it will lie on disk. An original that comes with it is what it was read from."""
    if original:
        from hashlib import sha256

        origin = replace(article.origin or Origin(""), sha256=sha256(original).hexdigest())
        article = replace(article, origin=origin)
    return Written(encode(article), facts_of(article))
