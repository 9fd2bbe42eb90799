"""All formats that articles and highlights leave in, each imported when it is first used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from reader.exporting.exported import Content, Exported

Make = Callable[[Sequence[Exported], Content], str | bytes]
"""Makes the contents of one file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the file's ending, the module that makes it, and what of articles it can hold.

    Of `one_each` every article has a file of its own. A `drawn` one is laid out on pages, which only the window can.
    `renewed` says that a file which is there is brought up to date, with what others wrote in it kept. `pictures` is
    the name of the folder beside it that takes the pictures, where the file cannot hold them; {stem} is the file's.
    A `titled` one has a name of its own, such as who it is about.
    """

    name: str
    suffix: str
    module: str
    function: str = "make"
    contents: tuple[Content, ...] = (Content.BOTH, Content.ARTICLE, Content.HIGHLIGHTS)
    one_each: bool = True
    is_text: bool = True
    drawn: bool = False
    renewed: bool = False
    pictures: str = ""
    titled: bool = False

    def make(self, exported: Sequence[Exported], content: Content, about: str = "", notes: str = "") -> bytes:
        """Return the bytes of a file with these articles, or with what of them the format can hold.

        `about` is who or what all of them are about, `notes` what was written on all, for a format that says so.
        """
        told = (about, notes) if self.titled else ()
        made: str | bytes = getattr(self._module(), self.function)(exported, self.fitting(content), *told)
        return made.encode("utf-8", "replace") if isinstance(made, str) else made

    def renew(self, before: bytes, made: bytes) -> bytes:
        """Return a file that is there, brought up to date with a newly made one."""
        renewed: bytes = self._module().renew(before, made)
        return renewed

    def is_about(self, before: bytes, article: str) -> bool:
        """Say whether a file that is there is of this format and about this article."""
        return bool(self._module().is_about(before, article))

    def fitting(self, content: Content) -> Content:
        """Return the content, or the first that this format can hold."""
        return content if content in self.contents else self.contents[0]

    def _module(self) -> Any:
        return import_module(f"reader.exporting.{self.module}")


_ARTICLE, _HIGHLIGHTS = (Content.ARTICLE,), (Content.HIGHLIGHTS,)

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("markdown", ".md", "markdown", pictures="{stem}_files"),
        Format("html", ".html", "web_page"),
        Format("epub", ".epub", "epub", is_text=False),
        Format("pdf", ".pdf", "", is_text=False, drawn=True),
        Format("text", ".txt", "plain_text"),
        Format("obsidian", ".md", "obsidian", renewed=True, pictures="attachments"),
        Format("jsonld", ".jsonld", "annotations", contents=_HIGHLIGHTS, one_each=False),
        Format("csv", ".csv", "tables", contents=_HIGHLIGHTS, one_each=False),
        Format("readwise", ".csv", "tables", "make_for_readwise", contents=_HIGHLIGHTS, one_each=False),
        Format("hypothesis", ".json", "hypothesis", contents=_HIGHLIGHTS, one_each=False),
        Format("dossier", ".html", "dossier", one_each=False, titled=True),
        Format(
            *("dossier-markdown", ".md", "dossier", "make_markdown"),
            one_each=False,
            pictures="{stem}_files",
            titled=True,
        ),
        Format("dossier-pdf", ".pdf", "", one_each=False, is_text=False, drawn=True, titled=True),
        Format("hamish", ".hamish", "package", contents=(Content.BOTH, Content.ARTICLE), is_text=False),
        Format("bibtex", ".bib", "references", "make_bibtex", contents=_ARTICLE, one_each=False),
        Format("ris", ".ris", "references", "make_ris", contents=_ARTICLE, one_each=False),
        Format("csl", ".json", "references", "make_csl", contents=_ARTICLE, one_each=False),
    )
}
