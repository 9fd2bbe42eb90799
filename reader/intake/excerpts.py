"""Highlights that a program hands over without the texts that they were made in, gathered by what they are from."""

from dataclasses import dataclass, field, replace

from reader.annotations.quoted import Quoted
from reader.collections.state import ArticleState
from reader.intake.entries import Entry
from reader.text.cleaning import clean


@dataclass(slots=True)
class _Document:
    title: str
    authors: tuple[str, ...]
    address: str
    source: str
    published: str
    tags: list[str] = field(default_factory=list)
    highlights: list[Quoted] = field(default_factory=list)


class Excerpts:
    """Gathers highlights by document: by its address, or by title and author where it has none."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, str], _Document] = {}

    def add(
        self,
        quoted: Quoted,
        *,
        title: str = "",
        author: str = "",
        authors: tuple[str, ...] = (),
        address: str = "",
        source: str = "",
        published: str = "",
        tags: tuple[str, ...] = (),
    ) -> bool:
        """Take a highlight; say whether there was anything to take."""
        quoted = replace(quoted, quote=clean(quoted.quote).strip(), note=clean(quoted.note).strip())
        title = " ".join(title.split())
        if not (quoted.quote or quoted.note) or not (title or address):
            return False
        authors = authors or ((author,) if author else ())
        key = (address, "") if address else (title, ", ".join(authors))
        document = self._documents.setdefault(key, _Document(title, authors, address, source, published))
        document.title = document.title or title
        document.tags += tags
        document.highlights.append(quoted)
        return True

    def entries(self) -> tuple[Entry, ...]:
        """Return an entry for each document, in the order in which they came."""
        return tuple(
            Entry(
                title=document.title,
                address=document.address,
                authors=document.authors,
                source=document.source,
                published=document.published,
                state=ArticleState(
                    tags=tuple(dict.fromkeys(document.tags)),
                    added=min(filter(None, (each.created for each in document.highlights)), default=""),
                ),
                highlights=tuple(document.highlights),
                locator=document.title or document.address,
            )
            for document in self._documents.values()
        )
