"""Markdown, as notes and exports write it: headings, lists, quotations, links, emphasis, facts in a front matter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.articles.article import BlockKind, WrittenDate
from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.drafts import Draft, Drafts
from reader.intake.footnotes import with_notes
from reader.intake.formats.markdown.blocks import drafts_of
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.refining import refined
from reader.intake.structure import article_of, structured
from reader.text.cleaning import clean
from reader.text.dates import find_date

IMPORTER = "markdown 4"

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<facts>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(
    r"^(?P<name>[A-Za-z][\w-]*)\s*:[ \t]*(?P<value>.*?)[ \t]*$(?P<listed>(?:\n[ \t]*-[ \t]+.*)*)", re.MULTILINE
)
_LISTED = re.compile(r"^[ \t]*-[ \t]+(?P<value>.*)$", re.MULTILINE)
_NAMES = {
    "link": "url",
    "address": "url",
    "canonical": "url",
    "permalink": "url",
    "site": "source",
    "publisher": "source",
    "website": "source",
    "published": "date",
    "publish_date": "date",
    "pubdate": "date",
    "authors": "author",
    "byline": "author",
    "tag": "tags",
    "keywords": "tags",
}
_MARKS = re.compile(
    r"^(?:#{1,6} |> |[-*+] \S|\d+\. \S|```|~~~)|\]\((?!\))[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)|\*\*\S"
    r"|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+"
    r"|^[^\s|].*\n(?:={3,}|-{3,})[ \t]*$",
    re.MULTILINE,
)


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a Markdown file holds; one without any marks is read as plain text.

    Raises ReaderError import.empty and import.binary.
    """
    decoded = decode(data, hints.file)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    found = None
    if not hints.plain and (front or _MARKS.search(text)):
        found = drafts_of(text[front.end() :] if front else text)
    if found is None:
        result = structured(decoded.text, hints, IMPORTER)
        one = Imported(article=result.article, leftovers=result.leftovers)
    else:
        one = _imported(*found, front[0] if front else "", hints)
    if not one.article.blocks:
        raise ReaderError("import.empty", file=hints.file)
    return (replace(one, unreadable=decoded.unreadable),)


def _imported(found: Drafts, notes: Sequence[Draft], front: str, hints: Hints) -> Imported:
    facts = _facts(front)
    head = Head()
    drafts, agencies = refined(found.drafts, head)
    _add_facts(head, facts, drafts)
    drafts.drafts += notes
    known = Hints(address=hints.address or _address(facts), source=hints.source)
    article = with_notes(article_of(drafts, head, known, IMPORTER, agencies), len(notes))
    state = ArticleState(tags=tuple(dict.fromkeys(tag.lstrip("#") for tag in facts.get("tags", ()))))
    return Imported(article=article, leftovers=(*head.leftovers, *([front] if front else [])), state=state)


def _facts(lines: str) -> dict[str, list[str]]:
    """Return what a front matter states, each fact as the values that it lists."""
    facts: dict[str, list[str]] = {}
    for found in _FACT.finditer(lines):
        name = found["name"].lower().replace("-", "_")
        facts.setdefault(_NAMES.get(name, name), _values(found["value"], found["listed"]))
    return facts


def _values(value: str, listed: str) -> list[str]:
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        values = value[1:-1].split(",")
    else:
        values = [value, *(item["value"] for item in _LISTED.finditer(listed))]
    bare = (clean(one).strip().strip("\"'").removeprefix("[[").removesuffix("]]").strip() for one in values)
    return [one for one in bare if one]


def _add_facts(head: Head, facts: Mapping[str, Sequence[str]], drafts: Drafts) -> None:
    headline = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    head.title = headline or _first(facts, "title")
    if head.title and not headline:
        drafts.drafts.insert(0, Draft(BlockKind.HEADLINE, head.title))
    source = _first(facts, "source")
    head.source = head.source or ("" if "://" in source else source)
    head.authors += facts.get("author", ())
    date = find_date(_first(facts, "date"))
    if date and not head.published:
        head.published = WrittenDate(date.iso, _first(facts, "date"))


def _first(facts: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(facts.get(name, ())), "")


def _address(facts: Mapping[str, Sequence[str]]) -> str:
    """Return where an article is from; programs for notes call it the source too."""
    stated = (*facts.get("url", ()), *facts.get("source", ()))
    return next((one for one in stated if one.startswith(("http://", "https://"))), "")
