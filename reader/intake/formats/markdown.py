"""Markdown, as notes and exports write it: headings, lists, quotations, links, emphasis, facts in a front matter."""

import re
import string
from collections.abc import Iterator, Sequence

from reader.articles.article import BlockKind, Inline, InlineKind, WrittenDate
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.drafts import Draft, Drafts, Item
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.refining import refined
from reader.intake.structure import article_of, structured
from reader.text.cleaning import clean
from reader.text.dates import find_date
from reader.text.spans import Span

IMPORTER = "markdown 2"

_FRONT_MATTER = re.compile(r"\A---\n(?P<facts>(?:.*\n)*?)(?:---|\.\.\.)\n")
_FACT = re.compile(r"^(?P<name>[A-Za-z_]+)\s*:\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+•]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>\S.*)$")
_QUOTED = re.compile(r"\s*>\s?(?P<text>.*)$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_INLINE = re.compile(
    r"!\[(?P<picture>[^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\[(?P<link>[^\]]+)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<address>https?://[^>\s]+)>"
    r"|(?P<strong>\*\*|__)(?P<strong_text>\S(?:.*?\S)?)(?P=strong)"
    r"|(?<![\w*])(?P<emphasis>[*_])(?P<emphasis_text>[^\s*_](?:[^*_]*[^\s*_])?)(?P=emphasis)(?![\w*])"
    r"|`(?P<code>[^`]+)`"
)
# A sign behind a backslash means itself (CommonMark 2.4). While marks are looked for, noncharacters stand in the place
# of such signs: there are as many, and clean text holds none.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STAND_INS = dict(zip(string.punctuation, map(chr, range(0xFDD0, 0xFDF0)), strict=True))
_TO_SIGNS = {ord(stand_in): sign for sign, stand_in in _STAND_INS.items()}
_TO_CODE = {ord(stand_in): f"\\{sign}" for sign, stand_in in _STAND_INS.items()}
_MARKS = re.compile(r"^(?:#{1,6} |> |[-*+] \S|\d+\. \S)|\]\(\S+\)|\*\*\S", re.MULTILINE)
_INDENT = 2  # spaces by which a nested list is deeper, at least


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a Markdown file holds; one without any marks is read as plain text.

    Raises ReaderError import.empty and import.binary.
    """
    decoded = decode(data, hints.file)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    if hints.plain or not (front or _MARKS.search(text)):
        result = structured(decoded.text, hints, IMPORTER)
        article, leftovers = result.article, result.leftovers
    else:
        head = Head()
        facts = _facts(front["facts"]) if front else {}
        drafts, agencies = refined(_drafts(text[front.end() :] if front else text), head)
        _add_facts(head, facts, drafts)
        known = Hints(address=hints.address or facts.get("url", ""), source=hints.source)
        article = article_of(drafts, head, known, IMPORTER, agencies)
        leftovers = (*head.leftovers, *([front[0]] if front else []))
    if not article.blocks:
        raise ReaderError("import.empty", file=hints.file)
    return (Imported(article=article, leftovers=leftovers, unreadable=decoded.unreadable),)


def _facts(lines: str) -> dict[str, str]:
    facts = {found["name"].lower(): clean(found["value"]) for found in _FACT.finditer(lines)}
    names = {"link": "url", "address": "url", "site": "source", "publisher": "source", "published": "date"}
    return facts | {name: facts[other] for other, name in names.items() if other in facts and name not in facts}


def _add_facts(head: Head, facts: dict[str, str], drafts: Drafts) -> None:
    headline = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    head.title = headline or facts.get("title", "")
    if head.title and not headline:
        drafts.drafts.insert(0, Draft(BlockKind.HEADLINE, head.title))
    head.source = head.source or ("" if "://" in facts.get("source", "") else facts.get("source", ""))
    if author := facts.get("author", "").strip("[]"):
        head.authors.append(author)
    date = find_date(facts.get("date", ""))
    if date and not head.published:
        head.published = WrittenDate(date.iso, facts["date"])


def _drafts(text: str) -> Sequence[Draft]:
    drafts = Drafts()
    has_headline = False
    for lines in _chunks(text):
        heading = _HEADING.match(lines[0].strip())
        if heading:
            level = len(heading["level"])
            is_headline = level == 1 and not has_headline and not drafts.drafts
            has_headline |= is_headline
            kind = BlockKind.HEADLINE if is_headline else BlockKind.HEADING
            _add(drafts, kind, heading["text"], 0 if is_headline else min(level, 3))
        elif _ITEM.match(lines[0]):
            _add_list(drafts, lines)
        elif _QUOTED.match(lines[0]):
            _add(drafts, BlockKind.QUOTATION, " ".join(_QUOTED.sub(r"\g<text>", line) for line in lines))
        else:
            _add(drafts, BlockKind.PARAGRAPH, " ".join(line.strip() for line in lines))
    return drafts.drafts


def _chunks(text: str) -> Iterator[list[str]]:
    """Yield the lines of each block: those between empty lines, a heading's line, a list, a quotation."""
    chunk: list[str] = []
    for line in [*text.split("\n"), ""]:
        ends = not line.strip() or _RULE.match(line) or _HEADING.match(line.strip()) or _begins_another(chunk, line)
        if ends and chunk:
            yield chunk
            chunk = []
        if line.strip() and not _RULE.match(line):
            chunk.append(line)
            if _HEADING.match(line.strip()):
                yield chunk
                chunk = []


def _begins_another(chunk: Sequence[str], line: str) -> bool:
    if not chunk:
        return False
    is_list, is_quoted = _ITEM.match(chunk[0]) is not None, _QUOTED.match(chunk[0]) is not None
    begins_list = _ITEM.match(line) is not None and not is_list
    return begins_list or (_QUOTED.match(line) is not None) != is_quoted


def _add(drafts: Drafts, kind: BlockKind, marked: str, level: int = 0) -> None:
    text, inlines = _without_marks(marked)
    if text:
        drafts.add(kind, text, level, inlines)


def _add_list(drafts: Drafts, lines: Sequence[str]) -> None:
    items: list[str] = []
    depths: list[int] = []
    ordered = False
    for line in lines:
        found = _ITEM.match(line)
        if found:
            items.append(found["text"])
            depths.append(len(found["indent"].expandtabs(4)) // _INDENT)
            ordered = bool(found["number"]) if len(items) == 1 else ordered
        else:
            items[-1] += f" {line.strip()}"
    read = [(*_without_marks(item), depth) for item, depth in zip(items, depths, strict=True)]
    drafts.add_list([Item(text, depth, inlines) for text, inlines, depth in read if text], ordered=ordered)


def _without_marks(marked: str) -> tuple[str, tuple[Inline, ...]]:
    """Return the text without its marks, cleaned, and the stretches that they marked. Code keeps its backslashes."""
    text = ""
    inlines: list[Inline] = []
    end = 0
    marked = _ESCAPED.sub(lambda found: _STAND_INS[found[1]], clean(marked))
    for found in _INLINE.finditer(marked):
        text += marked[end : found.start()]
        end = found.end()
        inner = next(filter(None, found.group("link", "address", "strong_text", "emphasis_text")), "")
        inner = inner or (found["code"] or "").translate(_TO_CODE)
        span = Span(len(text), len(text) + len(inner))
        if found["link"] or found["address"]:
            target = (found["target"] or found["address"]).translate(_TO_SIGNS)
            inlines.append(Inline(span, InlineKind.LINK, target))
        elif inner and not found["code"]:
            inlines.append(Inline(span, InlineKind.STRONG if found["strong"] else InlineKind.EMPHASIS))
        text += inner or found["picture"] or ""
    return (text + marked[end:]).translate(_TO_SIGNS), tuple(inlines)
