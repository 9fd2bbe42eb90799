"""An article's text proper: lead, paragraphs, headings, lists, quotations."""

import re
from collections.abc import Sequence

from reader.articles.article import BlockKind
from reader.intake.credits import picture_of
from reader.intake.drafts import Drafts, Item
from reader.intake.headline import looks_like_title
from reader.intake.lines import Line

_BULLET = re.compile(r"(?P<mark>[•●▪■◆◦·*\-–—])\s+(?=\S)")
_NUMBER = re.compile(r"[(\[]?(?P<number>\d{1,2})\s?[.)\]\-–]\s+(?=\S)")
_MARKS_OF_SPEECH = frozenset("-–—")
_LONGEST_ITEM = 200  # code points, as a median: what is longer after a dash is said, not listed
_MOST_HEADING_WORDS = 15
_MOST_HEADING_WORDS_IN_CLOSE_TEXT = 10
_LONGEST_HEADING = 100
_PARAGRAPH = 120  # code points from which a line is a paragraph even without a full stop
_LONGEST_LEAD = 900
_FEWEST_QUOTED_WORDS = 8
_QUOTES = frozenset('«“"„')
_QUOTED = re.compile(r"«[^«»]+»|“[^“”]+”|\"[^\"]+\"|„[^„“”]+[“”]")


def add_body(lines: Sequence[Line], drafts: Drafts, *, has_head: bool) -> None:
    """Add the lines of the text. After a head its first paragraph is the lead, if others follow it."""
    headings = _headings(lines, has_head=has_head)
    lead = 0 if has_head and 0 not in headings and is_lead(lines) else -1
    place = 0
    while place < len(lines):
        line = lines[place]
        marks = () if place in headings or place == lead else _marks_from(lines, place)
        if len(marks) > 1:
            _add_marked(marks, drafts)
        elif place in headings:
            drafts.add(BlockKind.HEADING, line.text, level=2)
        elif place == lead:
            drafts.add(BlockKind.LEAD, line.text)
        else:
            _add_paragraph(line.text, drafts)
        place += max(len(marks), 1)


def _add_paragraph(text: str, drafts: Drafts) -> None:
    picture = picture_of(text)
    if picture and ("/" in picture.credit or not picture.caption):
        drafts.add_figure(picture.caption, picture.credit)
    else:
        drafts.add(BlockKind.QUOTATION if is_quotation(text) else BlockKind.PARAGRAPH, text)


def _add_marked(marks: Sequence[re.Match[str]], drafts: Drafts) -> None:
    """Add lines that follow each other and begin with one mark: a list, or what several people say."""
    if _is_speech(marks):
        for found in marks:
            drafts.add(BlockKind.PARAGRAPH, found.string)
    else:
        items = [Item(found.string[found.end() :]) for found in marks]
        drafts.add_list(items, first=int(marks[0].re is _NUMBER))


def is_quotation(text: str) -> bool:
    """Say whether a paragraph is one quotation, from its first sign to its last."""
    return text[0] in _QUOTES and _QUOTED.fullmatch(text) is not None and len(text.split()) >= _FEWEST_QUOTED_WORDS


def is_lead(lines: Sequence[Line]) -> bool:
    """Say whether the first of a text's lines is its lead: a paragraph of usual length that another follows."""
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_LEAD:  # noqa: PLR2004 - the lead and one more
        return False
    first = lines[0]
    is_apart = is_quotation(first.text) or _BULLET.match(first.text) or _NUMBER.match(first.text)
    return not is_apart and (first.ends_sentence or len(first.text) >= _PARAGRAPH)


def _headings(lines: Sequence[Line], *, has_head: bool) -> frozenset[int]:
    """Return the places of headings: short, without a full stop, apart, and each with a paragraph after it."""
    is_airy = sum(line.gap > 0 for line in lines[1:]) > len(lines[1:]) / 2
    found = {
        place for place in range(0 if has_head else 1, len(lines) - 1) if _is_heading(lines, place, is_airy=is_airy)
    }
    paragraphs = sum(_is_paragraph(line) for line in lines)
    return frozenset(found) if len(found) <= paragraphs else frozenset()


def _is_heading(lines: Sequence[Line], place: int, *, is_airy: bool) -> bool:
    line, after = lines[place], lines[place + 1]
    if not looks_like_title(line) or len(line.text) > _LONGEST_HEADING or "\t" in line.text:
        return False
    most_words = _MOST_HEADING_WORDS if is_airy else _MOST_HEADING_WORDS_IN_CLOSE_TEXT
    if line.word_count > most_words or (is_airy and place and not line.gap):
        return False
    if _BULLET.match(line.text) or _NUMBER.match(line.text) or line.text[0] in '«“"([' or line.text.endswith(")"):
        return False
    if place and not (lines[place - 1].ends_sentence or (is_airy and _is_paragraph(lines[place - 1]))):
        return False
    return _is_paragraph(after) and len(after.text) >= 1.5 * len(line.text)


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _PARAGRAPH or (line.ends_sentence and line.word_count > _MOST_HEADING_WORDS_IN_CLOSE_TEXT)


def _marks_from(lines: Sequence[Line], start: int) -> Sequence[re.Match[str]]:
    """Return the marks of the list that begins at a line: numbers from 1 on, or one sign."""
    numbers: list[re.Match[str]] = []
    for place in range(start, len(lines)):
        found = _NUMBER.match(lines[place].text)
        if not found or int(found["number"]) != len(numbers) + 1:
            break
        numbers.append(found)
    if len(numbers) > 1:
        return numbers
    signs: list[re.Match[str]] = []
    for place in range(start, len(lines)):
        found = _BULLET.match(lines[place].text)
        if not found or (signs and found["mark"] != signs[0]["mark"]):
            break
        signs.append(found)
    return signs


def _is_speech(marks: Sequence[re.Match[str]]) -> bool:
    """Tell lines that someone says, each after a dash, from a list: they are long, or ask."""
    if marks[0].string[0] not in _MARKS_OF_SPEECH:
        return False
    from statistics import median  # which loads much that an entry of a feed does not need

    asked = sum(found.string.endswith(("؟", "?")) for found in marks)
    return asked > 0 or median(len(found.string) for found in marks) > _LONGEST_ITEM
