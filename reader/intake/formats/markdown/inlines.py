"""What stands inside a paragraph of Markdown: links, emphasis, code, notes' marks, HTML's own tags."""

import re
from collections.abc import Iterable, Mapping

from markdown_it.token import Token

from reader.articles.article import Inline, InlineKind
from reader.intake.footnotes import waiting
from reader.intake.inline_text import InlineText

Marked = tuple[str, tuple[Inline, ...]]

_BARE_ADDRESS = re.compile(r"https?://[^\s<>\[\]()«»\"،؛]+[^\s<>\[\]()«»\"،؛.,:;!?*_~'؟]")
_HIGHLIGHTED = re.compile(r"==(?=\S)([^=]+)(?<=\S)==")
_COMMENT = re.compile(r"<!--.*-->", re.DOTALL)
_TAG = re.compile(
    r"</?(?:(?P<block>address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    r"|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"|a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|strike|sub|sup|u|var)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_OPENED = {"em_open": InlineKind.EMPHASIS, "strong_open": InlineKind.STRONG, "link_open": InlineKind.LINK}
_CLOSED = frozenset(("em_close", "strong_close", "link_close"))
_FOLLOWED = ("http://", "https://", "mailto:")


class InlineReader:
    """Reads the paragraphs of one document, whose notes stand at the places that `notes` says of their labels."""

    def __init__(self, notes: Mapping[str, int]) -> None:
        self._notes = notes
        self._text = InlineText()
        self._done: list[Marked] = []
        self._open: list[tuple[tuple[int, int], InlineKind, str]] = []

    def read(self, tokens: Iterable[Token]) -> list[Marked]:
        """Return the texts that a paragraph holds, cleaned, with their stretches: several where it breaks its line."""
        self._done = []
        self._read(tokens)
        self._end()
        return self._done

    def _end(self) -> None:
        text, inlines = self._text.take()
        if text:
            self._done.append((text, inlines))

    def _read(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.type == "text":
                self._add(token.content)
            elif token.type in _OPENED:
                self._open.append((self._text.begin(), _OPENED[token.type], str(token.attrGet("href") or "")))
            elif token.type in _CLOSED:
                self._close()
            elif token.type == "softbreak":
                self._text.add(" ")
            elif token.type == "hardbreak":
                self._end()
            elif token.type == "image":
                self._read(token.children or ())
            elif token.type == "footnote_ref":
                self._add_note(token.meta["label"])
            elif token.type == "html_inline":
                self._add_tag(token.content)
            else:
                self._text.add(token.content)

    def _add(self, text: str) -> None:
        text = _HIGHLIGHTED.sub(r"\1", text)
        end = 0
        if not any(kind is InlineKind.LINK for _, kind, _ in self._open):
            for found in _BARE_ADDRESS.finditer(text):
                self._text.add(text[end : found.start()])
                begun = self._text.begin()
                self._text.add(found[0])
                self._text.end(begun, InlineKind.LINK, found[0])
                end = found.end()
        self._text.add(text[end:])

    def _close(self) -> None:
        begun, kind, target = self._open.pop()
        if kind is not InlineKind.LINK or target.startswith(_FOLLOWED):
            self._text.end(begun, kind, target)

    def _add_note(self, label: str) -> None:
        place = self._notes[label]
        begun = self._text.begin()
        self._text.add(f"[{place + 1}]")
        self._text.end(begun, InlineKind.FOOTNOTE, waiting(place))

    def _add_tag(self, tag: str) -> None:
        found = _TAG.fullmatch(tag)
        if found and found["block"]:
            self._end()
        elif not found and not _COMMENT.fullmatch(tag):
            self._text.add(tag)
