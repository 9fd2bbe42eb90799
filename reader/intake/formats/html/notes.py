"""Notes that no markup calls so: a short mark inside a paragraph links to a paragraph that links back to it.

So word processors, Wikipedia and e-books before EPUB 3 write them.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from reader.articles.article import BlockKind, InlineKind
from reader.intake.drafts import Draft
from reader.intake.footnotes import NAMED, waiting
from reader.text.spans import Span

_MARK = re.compile(r"[\[({«]{0,2}\s*(?:[\d¹²³⁰-⁹]{1,4}|[*†‡§¶]{1,4}|[^\W\d_]{1,3})\s*[\])}»]{0,2}")
_BARE = re.compile(r"[^\w*†‡§¶]+")
_LEADS_BACK = re.compile(r"[\s^↑↩⏎↵⮌\ufe0e\ufe0f]+")
_BEFORE_BACK = re.compile(r"[\s^↑\[(]*")
_BLOCKS = frozenset({"p", "li", "div", "dd", "dt", "td", "aside", "section", "blockquote", "body"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROUND_NOTES = frozenset({"li", "dd", "aside"})
_CALLED_NOTE = re.compile(r"note|ftn|fn", re.IGNORECASE)
_RAISED = frozenset({"sup", "small"})
_MOST_LINKS = 20_000
_LONGEST_MARK = 12  # code points
_DEEPEST = 4  # elements round a note that begin with it


@dataclass(frozen=True, slots=True)
class Notes:
    """The marks of notes by the name of the note that each leads to, and the elements that are notes by their names."""

    marks: dict[HtmlElement, str] = field(default_factory=dict)
    notes: dict[HtmlElement, tuple[str, ...]] = field(default_factory=dict)

    def names_round(self, element: HtmlElement | None) -> tuple[str, ...]:
        """Return the names of the note that an element stands in; none outside of notes."""
        while element is not None:
            if element in self.notes:
                return self.notes[element]
            element = element.getparent()
        return ()

    def among_themselves(self) -> "Notes":
        """Return the marks whose notes are here too, and the notes that have marks."""
        wanted = set(self.marks.values())
        notes = {element: names for element, names in self.notes.items() if wanted.intersection(names)}
        there = {name for names in notes.values() for name in names}
        return Notes({mark: name for mark, name in self.marks.items() if name in there}, notes)


def notes_in(tree: HtmlElement, name_of: Callable[[str], str]) -> Notes:
    """Return what looks like marks of notes, and like notes.

    `name_of` says what a reference leads to, empty for what is not among the texts that are read together.
    """
    found = Notes()
    for count, link in enumerate(tree.iter("a")):
        if count == _MOST_LINKS:
            break
        href = link.get("href") or ""
        name = name_of(href) if "#" in href else ""
        if not name:
            continue
        words = " ".join(str(link.text_content()).split())
        if len(words) > _LONGEST_MARK or not (_MARK.fullmatch(words) or _LEADS_BACK.fullmatch(words)):
            continue
        block = _block_of(link)
        if block is None:
            continue
        if _BEFORE_BACK.fullmatch(_words_before(link, block)) or _LEADS_BACK.fullmatch(words):
            whole = _whole_note(block)
            found.notes.setdefault(whole, tuple(map(name_of, (f"#{id_}" for id_ in _ids_of(whole, link)))))
        else:
            found.marks[link] = name
    _add_without_links_back(tree, name_of, found)
    return found


def in_note(draft: Draft, names: tuple[str, ...], *, is_sure: bool) -> Draft:
    """Return a draft that stands in a note of some names; where that is not sure yet it stays what it is."""
    extra = {**draft.extra, NAMED: names}
    return replace(draft, kind=BlockKind.FOOTNOTE, group=None, extra=extra) if is_sure else replace(draft, extra=extra)


def with_numbers_joined(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts in which the number of a note that stands alone begins its note."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last and NAMED in last.extra and last.extra[NAMED] == draft.extra.get(NAMED) and _MARK.fullmatch(last.text):
            shift = len(last.text) + 1
            spans = ((inline, Span(inline.span.start + shift, inline.span.end + shift)) for inline in draft.inlines)
            inlines = tuple(replace(inline, span=span) for inline, span in spans)
            joined[-1] = replace(draft, text=f"{last.text} {draft.text}", inlines=inlines)
        else:
            joined.append(draft)
    return joined


def marked_in(drafts: Iterable[Draft]) -> frozenset[str]:
    """Return what the marks of notes in some drafts wait for."""
    return frozenset(
        inline.target for draft in drafts for inline in draft.inlines if inline.kind is InlineKind.FOOTNOTE
    )


def is_marked(draft: Draft, marked: Collection[str]) -> bool:
    """Say whether a draft is of a note that one of some marks waits for."""
    return any(waiting(name) in marked for name in draft.extra.get(NAMED, ()))


def _block_of(element: HtmlElement) -> HtmlElement | None:
    """Return the paragraph or its like round an element; None inside of headings."""
    above = element
    while above is not None and above.tag not in _BLOCKS:
        if above.tag in _HEADINGS:
            return None
        above = above.getparent()
    return above


def _words_before(element: HtmlElement, block: HtmlElement) -> str:
    """Return what a block says before an element in it."""
    pieces: list[str] = []
    each = element
    while each is not block:
        for before in each.itersiblings(preceding=True):
            pieces.append(before.tail or "")
            if isinstance(before.tag, str):
                pieces.append(str(before.text_content()))
        each = each.getparent()
        pieces.append(each.text or "")
        if sum(map(len, pieces)) > _LONGEST_MARK + _LONGEST_MARK:
            break
    return "".join(reversed(pieces))


def _whole_note(block: HtmlElement) -> HtmlElement:
    """Return the element that holds all of a note that begins with a block: what is made for notes alone."""
    whole = block
    for _ in range(_DEEPEST):
        above = whole.getparent()
        if above is None or above.tag == "body" or _words_before(whole, above).strip():
            break
        called = " ".join(filter(None, (above.get("id"), above.get("class"))))
        is_for_one = not any(fellow.get("id") and fellow.tag == whole.tag for fellow in whole.itersiblings())
        if above.tag not in _ROUND_NOTES and not (above.get("id") and _CALLED_NOTE.search(called) and is_for_one):
            break
        whole = above
    return whole


def _ids_of(whole: HtmlElement, link: HtmlElement) -> Iterator[str]:
    """Yield what a note may be called: by itself, and by all in it up to the link that leads back."""
    for element in whole.iter():
        if isinstance(element.tag, str):
            yield from filter(None, (element.get("id"), element.get("name") if element.tag == "a" else None))
        if element is link:
            return


def _add_without_links_back(tree: HtmlElement, name_of: Callable[[str], str], found: Notes) -> None:
    """Add the notes that raised or bracketed marks lead to, and that begin with the same sign."""
    known = {name for names in found.notes.values() for name in names}
    wanted = {name: mark for mark, name in found.marks.items() if name not in known and _is_raised(mark)}
    if not wanted:
        return
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        id_ = element.get("id") or (element.get("name") if element.tag == "a" else None)
        mark = wanted.get(name_of(f"#{id_}")) if id_ else None
        block = _block_of(element) if mark is not None else None
        if mark is None or block is None or block.tag == "body" or block in found.notes:
            continue
        sign = _BARE.sub("", str(mark.text_content()))
        if sign and re.match(rf"[\W_]*{re.escape(sign)}(?!\w)", str(block.text_content())):
            found.notes[block] = (name_of(f"#{id_}"),)


def _is_raised(mark: HtmlElement) -> bool:
    parent = mark.getparent()
    raised = parent is not None and parent.tag in _RAISED
    return raised or mark.find(".//sup") is not None or not str(mark.text_content()).strip().isalnum()
