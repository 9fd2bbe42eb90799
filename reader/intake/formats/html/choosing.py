"""Which of a page's blocks are its article, by what each is and where it stands among those that surely are."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from reader.articles.article import BlockKind, InlineKind
from reader.intake.drafts import PICTURED, Draft
from reader.intake.formats.html.beside import Shown, is_hidden
from reader.intake.formats.html.evidence import Evidence
from reader.intake.furniture import bare, is_control, is_label, is_pointer, one_of, phrases
from reader.intake.publication import publication_of

_LEAST_OF_MAIN = 0.4  # the share of the page's text in paragraphs that an article element must have to be the article
_ONLY_LINKS = 0.8
_LEAST_TEXT = 250  # code points of paragraphs that follow one another: an article, whatever stands round it
_MENU_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL})
_REPEATING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_LEAST_OF_EVIDENCE = 0.3  # the share of what we would take that others must have found to be asked at all
_PARAGRAPH = 80  # code points
_CAPTION = 30  # code points
_MOST_APART = 6  # blocks between the text and what else belongs to it
_HEAD = 12  # blocks above the headline in which its picture may stand
_SHORT = 80
_MOST_DATE_WORDS = 6
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:sub-?title|sub-?head(?:line|ing)?|stand-?first|deck|dek|lede|chapeau)(?:$|[\s_-])", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?؟۔…:»”\"][\"'»”)\]]*$")
_AGO = re.compile(
    r"(?:منذ|قبل) (?:\d+ )?\w+(?: و\w+)?|\d+ \w+ (?:ago|پیش|قبل)|לפני (?:\d+ )?\w+|il y a \d+ \w+|\d{1,2} \d\d"
)
_COUNTER = re.compile(r"\d{1,3}\s*(?:/|من|of)\s*\d{1,3}")  # of a gallery's pictures
_DAY = re.compile(r"\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\W+\d{1,2}:\d{2}(?::\d{2})?)?\W*")  # in numbers alone
_DATE_WORDS = re.compile(r"[\d\W_]+")


@dataclass(frozen=True, slots=True)
class Candidates:
    """A page's drafts, the element that each was read from, and the place of the headline; -1 without one."""

    drafts: Sequence[Draft]
    elements: Sequence[HtmlElement]
    headline: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the page states, to tell the lines that repeat it: names, of writers and the outlet, and whether a date."""

    names: Collection[str]
    is_dated: bool


def main_of(whole: HtmlElement, shown: Shown) -> HtmlElement:
    """Return the element that a page calls its article, if most of its text stands there; else all of it."""
    best = max(_called_main(whole), key=shown.amount, default=whole)
    return best if best is whole or shown.amount(best) >= _LEAST_OF_MAIN * shown.amount(whole) else whole


def chosen(page: Candidates, main: HtmlElement, evidence: Sequence[Evidence], known: Known) -> list[bool]:
    """Say of each draft whether it belongs to the article."""
    drafts = page.drafts
    inside = _inside(page.elements, main)
    links = _links(drafts)
    ours = [
        inside[place] and not links[place] and place > page.headline - _HEAD * (drafts[place].kind in PICTURED)
        for place in range(len(drafts))
    ]
    sure = [
        place > page.headline and any(one.holds(draft.text) for one in evidence) for place, draft in enumerate(drafts)
    ]
    if _amount(drafts, sure) < _LEAST_OF_EVIDENCE * _amount(drafts, ours):
        sure = [mine and place > page.headline for place, mine in enumerate(ours)]
    first, last = _region(page, sure, ours)
    heads = [
        mine and 0 <= page.headline < place < first and is_standfirst(page.elements[place])
        for place, mine in enumerate(ours)
    ]
    taken = [
        (place == page.headline)
        or heads[place]
        or (
            first <= place <= last
            and (sure[place] or ours[place])
            and not (links[place] and not _in_words(drafts, sure, place))
            and not _COUNTER.fullmatch(drafts[place].text)
        )
        for place in range(len(drafts))
    ]
    _drop_pointers(drafts, taken, links)
    _drop_head(page, taken, known)
    _drop_tail(drafts, taken, known)
    _drop_lonely_headings(drafts, taken)
    return taken


def is_standfirst(element: HtmlElement | None) -> bool:
    """Say whether an element is what a page calls its subtitle, which may be short."""
    return element is not None and _STANDFIRST.search(element.get("class") or "") is not None


def without_pointers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a text that somebody else has parted from its page, without what leads to other articles."""
    taken = [not (is_pointer(draft.text) or is_control(draft.text)) for draft in drafts]
    _drop_pointers(drafts, taken, _links(drafts))
    _drop_lonely_headings(drafts, taken)
    return [draft for draft, is_taken in zip(drafts, taken, strict=True) if is_taken]


def is_linked(drafts: Sequence[Draft]) -> bool:
    """Say whether a page is a list of links: more than half of its text, and nowhere a text of some length among them.

    An article with menus larger than itself is none.
    """
    linked = whole = longest = run = 0
    for draft in drafts:
        is_link = _is_only_a_link(draft)
        linked += len(draft.text) * is_link
        whole += len(draft.text)
        run = 0 if is_link else run + len(draft.text) * _is_text(draft)
        longest = max(longest, run)
    return linked > whole / 2 and longest < _LEAST_TEXT


def _called_main(whole: HtmlElement) -> list[HtmlElement]:
    named = list(whole.iter("article", "main"))
    for element in whole.xpath(".//*[@itemprop or @property or @role]"):
        property_ = element.get("itemprop") or element.get("property") or ""
        if element.get("role") == "main" or "articleBody" in property_:
            named.append(element)
    return [element for element in named if not is_hidden(element)]


def _inside(elements: Sequence[HtmlElement], main: HtmlElement) -> list[bool]:
    within = set(main.iter(etree.Element))
    return [element is None or element in within for element in elements]


def _amount(drafts: Sequence[Draft], taken: Sequence[bool]) -> int:
    return sum(len(draft.text) for draft, is_taken in zip(drafts, taken, strict=True) if is_taken)


def _links(drafts: Sequence[Draft]) -> list[bool]:
    """Say of each draft whether it is nothing but a link, or says below one when that was published."""
    links = [_is_only_a_link(draft) for draft in drafts]
    for place in range(1, len(drafts)):
        links[place] |= links[place - 1] and _AGO.fullmatch(bare(drafts[place].text)) is not None
    return links


def _is_only_a_link(draft: Draft) -> bool:
    if draft.kind not in _MENU_KINDS or not draft.text:
        return False
    linked = [inline.span for inline in draft.inlines if inline.kind is InlineKind.LINK]
    if not linked:
        return False
    rest, end = "", 0
    for span in sorted(linked):
        rest += draft.text[end : max(end, span.start)]
        end = max(end, span.end)
    rest += draft.text[end:]
    rest = rest.strip(" -–|•·")
    if not rest or (len(rest) < _SHORT and publication_of(rest) is not None):
        return True
    return len(_DATE_WORDS.sub("", rest)) <= (1 - _ONLY_LINKS) * len(draft.text)


def _in_words(drafts: Sequence[Draft], sure: Sequence[bool], place: int) -> bool:
    """Tell a link that is an item of a list of which others are text from one that leads elsewhere."""
    group = drafts[place].group
    if not sure[place] or group is None:
        return False
    fellows = [draft for draft in drafts[max(0, place - 20) : place + 20] if draft.group and draft.group.id == group.id]
    return sum(_is_only_a_link(draft) for draft in fellows) <= len(fellows) / 2


def _region(page: Candidates, sure: Sequence[bool], ours: Sequence[bool]) -> tuple[int, int]:
    """Return from where to where the article reaches: what is sure, and what joins it at either end."""
    drafts = page.drafts
    places = [place for place, is_sure in enumerate(sure) if is_sure]
    if not places:
        return 0, -1
    first, last = places[0], places[-1]
    apart = 0
    for place in range(last + 1, len(drafts)):
        if ours[place] and (_tells(drafts[place]) or (place == last + 1 and _goes_on(page, last))):
            last, apart = place, 0
        else:
            apart += 1
        if apart > _MOST_APART:
            break
    apart = 0
    for place in reversed(range(first)):
        if ours[place] and (_is_text(drafts[place]) or drafts[place].kind in PICTURED):
            first, apart = place, 0
        else:
            apart += 1
        if apart > _MOST_APART:
            break
    return first, last


def _goes_on(page: Candidates, place: int) -> bool:
    """Say whether the block after one is its continuation: of the same element, or of the next one like it."""
    draft, element = page.drafts[place + 1], page.elements[place]
    if is_control(draft.text) or is_pointer(draft.text) or is_label(draft.text) or element is None:
        return False
    following = page.elements[place + 1]
    return following is element or (element.tag == following.tag and element.getnext() is following)


def _is_text(draft: Draft) -> bool:
    if draft.kind in (BlockKind.QUOTATION, BlockKind.TABLE_CELL):
        return True
    linked = sum(len(inline.span) for inline in draft.inlines if inline.kind is InlineKind.LINK)
    is_sentence = _SENTENCE_END.search(draft.text) is not None
    return len(draft.text) >= _PARAGRAPH and is_sentence and linked <= len(draft.text) / 3


def _tells(draft: Draft) -> bool:
    """Say whether a block is of the text: in galleries that is what stands below the pictures."""
    return _is_text(draft) or (draft.kind is BlockKind.CAPTION and len(draft.text) >= _CAPTION)


def _drop_pointers(drafts: Sequence[Draft], taken: list[bool], links: Sequence[bool]) -> None:
    """Leave out what leads to other articles in the middle of the text: a label with a link, or with links below it."""
    place = 0
    while place < len(drafts):
        draft = drafts[place]
        end = place + 1
        while end < len(drafts) and links[end] and draft.kind in _MENU_KINDS:
            end += 1
        if _points(draft) or (end > place + 1 and len(draft.text) < _SHORT and _is_label_of_links(draft.text)):
            taken[place:end] = [False] * (end - place)
            place = end
        else:
            place += 1


def _points(draft: Draft) -> bool:
    """Say whether a paragraph is “read also” and a link."""
    linked = [inline.span for inline in draft.inlines if inline.kind is InlineKind.LINK]
    if not linked or draft.kind not in _MENU_KINDS:
        return False
    label, rest = draft.text[: linked[0].start], draft.text[linked[-1].end :]
    return 0 < len(label) < _SHORT and not rest.strip(" .") and _is_label_of_links(label)


def _is_label_of_links(text: str) -> bool:
    return is_label(text) or bare(text) in phrases("pointers") | phrases("more")


def _drop_head(page: Candidates, taken: list[bool], known: Known) -> None:
    """Leave out the short lines between headline and text that only repeat what the page states."""
    for place in range(page.headline + 1, len(page.drafts)):
        draft = page.drafts[place]
        if len(draft.text) >= _SHORT and draft.kind not in PICTURED:
            return
        if taken[place] and _only_repeats(draft, known):
            taken[place] = False


def _drop_tail(drafts: Sequence[Draft], taken: list[bool], known: Known) -> None:
    """Leave out notices about comments, rights and cookies below the text, and lines that repeat what is stated."""
    for place in reversed([place for place, is_taken in enumerate(taken) if is_taken]):
        draft = drafts[place]
        if draft.kind in PICTURED:
            continue
        if not (is_notice(draft.text) or _only_repeats(draft, known)):
            return
        taken[place] = False


def is_notice(text: str) -> bool:
    """Say whether a paragraph is the page's own: about comments, rights, cookies or its newsletter."""
    return re.search(rf"(?<!\w){one_of('notices')}(?!\w)", bare(text)) is not None


def _only_repeats(draft: Draft, known: Known) -> bool:
    """Say whether a short line holds nothing but dates, labels, and names that the page states elsewhere."""
    if draft.kind not in _REPEATING or len(draft.text) >= _SHORT:
        return False
    if known.is_dated and _DAY.fullmatch(draft.text):
        return True
    words = bare(draft.text)
    rest = f" {words} "
    for name in sorted(map(bare, known.names), key=len, reverse=True):
        rest = rest.replace(f" {name} ", " ") if name else rest
    rest = rest.strip()
    if not rest or is_label(draft.text):
        return True
    found = publication_of(rest) or publication_of(draft.text)
    tells_date = found is not None and (found.published or found.modified) is not None
    return tells_date and known.is_dated and (len(rest) < len(words) or len(rest.split()) <= _MOST_DATE_WORDS)


def _drop_lonely_headings(drafts: Sequence[Draft], taken: list[bool]) -> None:
    """Leave out headings at the end, of what was left out below them."""
    for place in reversed([place for place, is_taken in enumerate(taken) if is_taken]):
        if drafts[place].kind is not BlockKind.HEADING and not is_label(drafts[place].text):
            return
        taken[place] = False
