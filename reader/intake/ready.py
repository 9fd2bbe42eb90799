"""Articles that were read, made ready for the library: it has little left to do but to put them on disk."""

from dataclasses import dataclass

from reader.articles.article import Article
from reader.articles.written import Written, written
from reader.intake.imported import Brought, Imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready(Brought):
    """What was imported, its article as it will lie on disk.

    `locator` says where in the original the article stands; `feed` is the address of a feed that a list of feeds names.
    """

    written: Written
    locator: str = ""
    feed: str = ""

    @property
    def article(self) -> Article:
        """The article, decoded each time."""
        return self.written.article


def ready(imported: Imported, article: Article | None = None) -> Ready:
    """Return what was imported, ready for the library; as `article`, where more is known of it."""
    article = article or imported.article
    return Ready(
        written=written(article, imported.original),
        original=imported.original,
        images=imported.images,
        leftovers=imported.leftovers,
        highlights=imported.highlights,
        state=imported.state,
        unreadable=imported.unreadable,
        locator=article.origin.locator if article.origin else "",
        feed=str(article.extra.get("feed", "")),
    )
