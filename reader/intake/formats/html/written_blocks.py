"""Texts that programs keep as lists of blocks, made markup again.

So do the editors and keepers of articles: Arc, Contentful, Draft.js, Editor.js, Gutenberg, Lexical, Medium, Sanity,
Slate and the outlets' own. What they have in common is enough: a block says what kind it is, and has its words, or
parts that have them.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

_DEEPEST = 40
_MOST = 32 << 20  # code points of markup that are made of one page's blocks
_KINDS = ("type", "_type", "nodeType", "blockType", "kind", "__typename", "component", "blockName", "name")
_WORDS = ("text", "html", "content", "value", "rendered", "innerHTML", "body", "paragraph", "markup", "copy")
_PARTS = (
    *("children", "content", "blocks", "items", "nodes", "elements", "innerBlocks", "spans", "body", "paragraphs"),
    *("story-elements", "storyElements", "sections", "cards"),
)
_WITHIN = ("data", "model", "attrs", "attributes", "fields", "props", "root", "value", "node", "document")
"""Objects in which a block keeps what it is about."""
_ELSEWHERE = frozenset({"url", "href", "link", "slug", "permalink", "canonical_url", "uri", "path"})
_TITLES = frozenset({"title", "headline", "headlines"})
# Blocks that hold no words of the article itself.
_LEFT_OUT = re.compile(
    r"image|picture|photo|video|gallery|audio|media|embed|related|interstitial|newsletter|promo|advert|(?:^|_)ads?(?:_|$)"
    r"|reference|(?:^|_)tags?(?:_|$)|byline|author|poll|quiz|social|divider|button|recommend|read_?(?:more|also|next)"
    r"|slideshow|tweet|oembed|caption|credit|figure|iframe|link_?list|list_?of_?links|atomic|^img$|^hr$|comment|share"
)
_HEADING = re.compile(r"head(?:ing|er|line)|sub_?title|^h[1-6]$")
_ROUND = (
    (_HEADING, "<h2>", "</h2>"),
    (re.compile(r"quot|^bq$|^pq$"), "<blockquote>", "</blockquote>"),
    (re.compile(r"list_?item|^(?:uli|oli|li)$|_li$"), "<ul><li>", "</li></ul>"),
)
_LIST = re.compile(r"list|^[uo]l$")
_PARAGRAPH = re.compile(r"paragraph|^p$|^text$|^block$|^unstyled$|^pre$|^text_?block$|^line$|^raw_?html$|^html$")
_PIECES = re.compile(r"text|leaf|span|fragment|string|link|url_?link|hyperlink|auto_?link|line_?break|hard_?break|br")
_BREAK = re.compile(r"break|^br$")
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|[uo]l|li|blockquote|table|section)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z]")
_SIGNS = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")


class BlockWriter:
    """Makes markup of lists of blocks. Each list is looked at once, and all together give no more than `_MOST`."""

    def __init__(self) -> None:
        self._room = _MOST
        self._made: dict[int, str] = {}

    def markup_of(self, blocks: list[Any], depth: int = _DEEPEST) -> str:
        """Return the markup of a list of blocks, which is not to go away while this is here; of none, nothing."""
        known = self._made.get(id(blocks))
        if known is not None or not depth or self._room < 0:
            return known or ""
        self._made[id(blocks)] = ""  # it may be a part of itself
        made = "".join(self._block(one, depth - 1) for one in blocks)
        self._room -= len(made) + len(blocks)
        self._made[id(blocks)] = made
        return made

    def _block(self, one: Any, depth: int) -> str:
        if isinstance(one, str):
            return _paragraph(one) if one.strip() else ""
        if not isinstance(one, Mapping):
            return ""
        kind = _kind_of(one)
        if _LEFT_OUT.search(kind) or _is_of_another(one, kind):
            return ""
        whole = _with_what_is_within(one)
        for named, before, behind in _ROUND:
            if named.search(kind) and (words := self._words(whole, depth)):
                return f"{before}{words}{behind}"
        return self._list(whole, depth) if _LIST.search(kind) else self._text(whole, kind, depth)

    def _list(self, one: Mapping[str, Any], depth: int) -> str:
        items = "".join(f"<li>{words}</li>" for part in _parts(one) if (words := self._words(part, depth)))
        return f"<ul>{items}</ul>"

    def _text(self, one: Mapping[str, Any], kind: str, depth: int) -> str:
        """Return what a block says by itself, or in the pieces of a line, or in blocks of its own."""
        if text := _text_of(one):
            return _paragraph(text)
        parts = _parts(one)
        if _PARAGRAPH.search(kind) or (parts and all(map(_is_piece, parts))):
            words = self._words(one, depth)
            return _paragraph(words) if words else ""
        return self.markup_of(parts, depth)

    def _words(self, one: Any, depth: int) -> str:
        """Return the words of a block or of a piece of one as markup within a line."""
        if isinstance(one, str):
            return one if _TAGS.search(one) else escape(one)
        if not isinstance(one, Mapping) or not depth or self._room < 0:
            return ""
        self._room -= 1
        kind = _kind_of(one)
        if _BREAK.search(kind):
            return "<br>"
        whole = _with_what_is_within(one)
        words = _text_of(whole)
        words = self._words(words, depth) if words else "".join(self._words(part, depth - 1) for part in _parts(whole))
        address = next((whole[name] for name in ("href", "url", "uri") if isinstance(whole.get(name), str)), "")
        return f'<a href="{escape(address)}">{words}</a>' if address and "link" in kind else words


def _kind_of(one: Mapping[str, Any]) -> str:
    """Return what a block says that it is, as small letters with lines between its words."""
    stated = next((one[name] for name in _KINDS if isinstance(one.get(name), str) and one[name]), "")
    style = one.get("style")  # Sanity calls all blocks so
    stated = style if stated == "block" and isinstance(style, str) and style != "normal" else stated
    return _SIGNS.sub("_", stated.rpartition("/")[2][:60]).strip("_").lower()


def _is_of_another(one: Mapping[str, Any], kind: str) -> bool:
    """Tell an article from a block: it has a title, and an address of its own or no kind that blocks have."""
    if _HEADING.search(kind) or not _TITLES & one.keys():
        return False
    return not kind or bool(_ELSEWHERE & one.keys())


def _with_what_is_within(one: Mapping[str, Any]) -> Mapping[str, Any]:
    whole = dict(one)
    for name in _WITHIN:
        within = one.get(name)
        if isinstance(within, Mapping):
            whole = {**whole, **within}
            deeper = within.get("blocks") or within.get("children") or within.get("content")
            whole |= {"children": deeper} if isinstance(deeper, list) else {}
    return whole


def _text_of(one: Mapping[str, Any]) -> str:
    """Return a block's words as it states them itself; as markup, if they are."""
    return next((one[name] for name in _WORDS if isinstance(one.get(name), str) and one[name].strip()), "")


def _parts(one: Mapping[str, Any]) -> list[Any]:
    return next((one[name] for name in _PARTS if isinstance(one.get(name), list) and one[name]), [])


def _is_piece(one: Any) -> bool:
    if isinstance(one, str):
        return True
    if not isinstance(one, Mapping):
        return False
    kind = _kind_of(one)
    return _PIECES.fullmatch(kind) is not None or (not kind and isinstance(one.get("text"), str))


def _paragraph(words: str) -> str:
    """Return words as a paragraph, unless they are paragraphs already."""
    if _MARKUP.search(words):
        return f"<div>{words}</div>"
    return f"<p>{words if _TAGS.search(words) or '&' in words else escape(words)}</p>"
