"""What stands inside a paragraph of Markdown: links, emphasis, code, entities, HTML's own tags (CommonMark 6)."""

import re
import string
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from html import unescape

from reader.articles.article import Inline, InlineKind
from reader.intake.footnotes import waiting
from reader.intake.inline_text import InlineText

Marked = tuple[str, tuple[Inline, ...]]

# A sign behind a backslash means itself (CommonMark 2.4). While marks are looked for, noncharacters stand in the place
# of such signs: there are as many, and clean text holds none.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STAND_INS = dict(zip(string.punctuation, map(chr, range(0xFDD0, 0xFDF0)), strict=True))
_TO_SIGNS = {ord(stand_in): sign for sign, stand_in in _STAND_INS.items()}
_TO_CODE = {ord(stand_in): f"\\{sign}" for sign, stand_in in _STAND_INS.items()}
_NONE_OF_OURS = re.compile("[\ufdd0-\ufdef]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_MARK = re.compile(r"!?\[|<(?=[A-Za-z/!])|`+|\*{1,3}|_{1,3}|~~|==|https?://|\n")
_WIKI = re.compile(r"!?\[\[(?:[^\[\]|\n]{1,300}\|)?(?P<shown>[^\[\]|\n]{1,300})\]\]")
_NOTE = re.compile(r"\[\^(?P<id>[^\]\s]{1,80})\]")
# Without limits hostile brackets would be looked through again and again.
_LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]{0,1000}\]){0,1000})\]"
    r"(?:\(\s*(?:<(?P<in_angles>[^<>\n]*)>|(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)|\[(?P<id>[^\[\]]{0,200})\])?"
)
_ADDRESS = re.compile(r"<(?P<address>(?:https?://|mailto:)[^<>\s]+|[^\s<>@:/]+@[^\s<>@]+)>")
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\[\]()«»\"،؛]+[^\s<>\[\]()«»\"،؛.,:;!?*_~'؟]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(
    r"</?(?:(?P<block>address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    r"|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"|a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|strike|sub|sup|u|var)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_OUTSIDE = {"*": r"\d*", "_": r"\w", "__": r"\w", "___": r"\w"}
_KINDS = {
    **dict.fromkeys(("*", "_"), (InlineKind.EMPHASIS,)),
    **dict.fromkeys(("**", "__"), (InlineKind.STRONG,)),
    **dict.fromkeys(("***", "___"), (InlineKind.STRONG, InlineKind.EMPHASIS)),
}


class InlineReader:
    """Reads paragraphs of one document: `references` are the addresses that it names, `notes` its notes' places."""

    def __init__(self, references: Mapping[str, str], notes: Mapping[str, int]) -> None:
        self._references = references
        self._notes = notes
        self._text = InlineText()
        self._done: list[Marked] = []

    def read(self, marked: str) -> list[Marked]:
        """Return the texts that a paragraph holds, cleaned, with their stretches: several where it breaks its line."""
        self._done = []
        self._walk(_ESCAPED.sub(lambda found: _STAND_INS[found[1]], _NONE_OF_OURS.sub("", marked)))
        self._end()
        return self._done

    def _end(self) -> None:
        text, inlines = self._text.take()
        if text:
            self._done.append((text, inlines))

    def _walk(self, marked: str) -> None:
        closing = _Closing(marked)
        place = 0
        while found := _MARK.search(marked, place):
            self._add(marked[place : found.start()])
            place = self._read_mark(marked, found, closing)
        self._add(marked[place:])

    def _add(self, text: str) -> None:
        if text:
            self._text.add(_ENTITY.sub(lambda found: unescape(found[0]), text).translate(_TO_SIGNS))

    def _read_mark(self, marked: str, found: re.Match[str], closing: "_Closing") -> int:
        """Read what a mark begins, or take it for the sign that it is; return where to go on."""
        mark, start = found[0], found.start()
        if mark == "\n":
            self._end()
            end = found.end()
        elif mark[0] == "`":
            end = self._code(marked, mark, found.end())
        elif mark == "<":
            end = self._angle(marked, start)
        elif mark.endswith("["):
            end = self._bracket(marked, start)
        elif mark.startswith("http"):
            end = self._bare_address(marked, start)
        else:
            end = self._emphasis(marked, mark, start, closing)
        if end == start:
            self._add(mark)
            end = found.end()
        return end

    def _code(self, marked: str, ticks: str, start: int) -> int:
        end = marked.find(ticks, start)
        if end < 0:
            return start - len(ticks)
        self._text.add(marked[start:end].translate(_TO_CODE))
        return end + len(ticks)

    def _angle(self, marked: str, start: int) -> int:
        if found := _ADDRESS.match(marked, start):
            self._link(found["address"], found["address"])
        elif found := _TAG.match(marked, start):
            if found["block"]:
                self._end()
        else:
            found = _COMMENT.match(marked, start)
        return found.end() if found else start

    def _bracket(self, marked: str, start: int) -> int:
        if found := _WIKI.match(marked, start):
            self._add(found["shown"])
            return found.end()
        note = _NOTE.match(marked, start)
        if note and note["id"] in self._notes:
            place = self._notes[note["id"]]
            begun = self._text.begin()
            self._text.add(f"[{place + 1}]")
            self._text.end(begun, InlineKind.FOOTNOTE, waiting(place))
            return note.end()
        found = _LINK.match(marked, start)
        if not found:
            return start
        target = found["in_angles"] or found["target"]
        if target is None:
            named = found["id"] or found["words"]
            target = self._references.get(named.casefold())
            if target is None:
                return start
        if marked[start] == "!":
            self._add(found["words"])
        else:
            self._link(found["words"], target)
        return found.end()

    def _link(self, words: str, target: str) -> None:
        target = unescape(target.translate(_TO_SIGNS))
        begun = self._text.begin()
        if "://" in words:
            self._add(words)
        else:
            self._walk(words)
        if target.startswith(("http://", "https://", "mailto:")):
            self._text.end(begun, InlineKind.LINK, target)

    def _bare_address(self, marked: str, start: int) -> int:
        found = _BARE_ADDRESS.match(marked, start)
        if not found:
            return start
        self._link(found[0], found[0])
        return found.end()

    def _emphasis(self, marked: str, mark: str, start: int, closing: "_Closing") -> int:
        end = closing.of(mark, start)
        if end < 0:
            return start
        begun = self._text.begin()
        self._walk(marked[start + len(mark) : end])
        for kind in _KINDS.get(mark, ()):
            self._text.end(begun, kind, "")
        return end + len(mark)


class _Closing:
    """Where marks of emphasis end in a paragraph, each looked for once."""

    def __init__(self, marked: str) -> None:
        self._marked = marked
        self._places: dict[str, list[int]] = {}

    def of(self, mark: str, start: int) -> int:
        """Return where the mark that begins at `start` is closed; -1 where it is none or is not."""
        if not _pattern(mark, opening=True).match(self._marked, start):
            return -1
        if mark not in self._places:
            self._places[mark] = [found.start() for found in _pattern(mark, opening=False).finditer(self._marked)]
        places = self._places[mark]
        number = bisect_left(places, start + len(mark) + 1)
        return places[number] if number < len(places) else -1


@cache
def _pattern(mark: str, *, opening: bool) -> re.Pattern[str]:
    """Return what begins or ends a stretch: a star between figures and a stroke inside a word mean themselves."""
    sign = re.escape(mark[0])
    outside = _OUTSIDE.get(mark, sign)
    marked = re.escape(mark)
    return re.compile(
        rf"(?<![{outside}]){marked}(?=[^\s{sign}])" if opening else rf"(?<=[^\s{sign}]){marked}(?![{outside}])"
    )
