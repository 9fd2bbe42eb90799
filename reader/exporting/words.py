"""The words of an exported file: in the language of what is exported, whatever the window's is."""

from collections.abc import Iterable

from reader.articles.article import Article
from reader.exporting.exported import Exported, Passage
from reader.messages import Messages
from reader.text.dates_in_words import in_print, in_words
from reader.text.digits import convert, used_in
from reader.text.direction import Direction
from reader.text.month_names import Months


class Words:
    """Headings and lines about articles in one language, with the digits that the article itself uses."""

    def __init__(self, language: str, digits_of: str = "") -> None:
        self._messages = Messages(language)
        self._digits = used_in(digits_of)
        self.language = self._messages.language

    @classmethod
    def of(cls, article: Article) -> "Words":
        """Return the words that go with an article."""
        return cls("ar" if article.direction is Direction.RTL else "en", article.text)

    @property
    def direction(self) -> Direction:
        """Which way these words run."""
        return Direction.RTL if self.language == "ar" else Direction.LTR

    def label(self, name: str) -> str:
        """Return a heading, or the name of something that is known of an article."""
        return self._messages.text(f"export.label.{name}")

    def date(self, iso: str) -> str:
        """Return a day in words: figures with hyphens are turned round among Arabic words."""
        return in_words(iso, self.language, Months.AUTO, self._digits) if iso else ""

    def paragraph(self, number: int) -> str:
        """Return such as «paragraph 3»; nothing for no paragraph."""
        return convert(self._messages.text("export.paragraph", number=number), self._digits) if number else ""

    def colour(self, name: str) -> str:
        """Return a colour's name."""
        return self._messages.text(f"export.colour.{name}")

    def listed(self, parts: Iterable[str]) -> str:
        """Return what there is of several parts, with commas."""
        return ("، " if self.language == "ar" else ", ").join(part for part in parts if part)

    def quoted(self, text: str) -> str:
        """Return a title or a passage between quotation marks."""
        return f"«{text}»" if self.language == "ar" else f"“{text}”"

    def dossier(self, about: str = "") -> str:
        """Return the title of a dossier, with whom or what it is about if all its articles name one."""
        return f"{self.label('dossier')}{': ' if about else ''}{about}"

    def citation(self, exported: Exported, passage: Passage | None = None) -> str:
        """Return whose words these are: article, outlet, authors, date, and the passage's paragraph."""
        return self.listed(
            (
                self.quoted(exported.article.title),
                exported.source,
                self.listed(exported.article.authors),
                self.date(exported.published),
                self.paragraph(passage.paragraph) if passage else "",
            )
        )

    def facts(self, exported: Exported) -> list[tuple[str, str]]:
        """Return what is known of an article as pairs of name and value; what is unknown has none."""
        article, published = exported.article, self.date(exported.published)
        written = in_print(article.published.written) if article.published else ""
        found = (
            ("source", exported.source),
            ("author", self.listed(article.authors)),
            ("published", published),
            ("as_written", "" if written == published else written),
            ("added", self.date(exported.state.added[:10])),
            ("address", article.address),
            ("tags", self.listed(exported.state.tags)),
        )
        return [(self.label(name), value) for name, value in found if value]
