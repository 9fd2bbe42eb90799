"""A text as lines: what a reader would call one, whatever width the file was broken at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.text.cleaning import clean

_SENTENCE_END = re.compile(r"[.!?؟۔:…؛;][\"'»”’)\]]*$")
_LIST_MARK = re.compile(r"(?:[-–—*•●▪■◆◦·]|\(?\d{1,3}[.)]|[#>])\s")
_FIRST_PIECE = re.compile(r"\S+?(?:[-–—](?=\S)|(?=\s)|$)")  # some programs break after hyphens
_LAST_SIGNS = 8  # a full stop and what closes behind it
_NARROWEST = 35  # code points: what is broken narrower is verse or a list
_WIDEST = 120  # code points: nobody breaks lines of a file wider than this
_FEWEST_BREAKS = 4
_NEARLY = 0.8  # of the width: a line so long without a full stop goes on, even if cleaning has made it shorter
_MOSTLY = 0.85  # the share of line ends within paragraphs that a width must explain


@dataclass(frozen=True, slots=True)
class Line:
    """A line without spaces at its ends. `gap` counts the empty lines before it."""

    text: str
    gap: int = 0

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do, perhaps inside a closing quotation mark or bracket."""
        return _SENTENCE_END.search(self.text[-_LAST_SIGNS:]) is not None

    @property
    def word_count(self) -> int:
        """How many words it has, by its spaces."""
        return len(self.text.split())


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that hold anything, cleaned, with lines that were broken at a width joined again."""
    lines: list[Line] = []
    gap = 0
    for raw in clean(text).split("\n"):
        if line := raw.strip():
            lines.append(Line(line, gap))
            gap = 0
        else:
            gap += 1
    return joined(lines)


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those joined that some program broke at a width, as in old files and mails.

    Such a program breaks where the next word does not fit. So if nearly every line, but for the last ones of
    paragraphs, has no room for the first word of the next, that is what happened.
    """
    within = [(line, after) for line, after in pairwise(lines) if after.gap == 0 and not _begins_anew(after)]
    # The first line may be a headline, which whoever broke the text left whole.
    width = max((len(line.text) for line, _ in within if line is not lines[0]), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return list(lines)
    breaks = [line for line, after in within if _is_full(line, after, width)]
    explained = sum(_is_full(line, after, width) or line.ends_sentence for line, after in within)
    unfinished = sum(not line.ends_sentence for line in breaks)
    if len(breaks) < _FEWEST_BREAKS or unfinished < len(breaks) / 2 or explained < _MOSTLY * len(within):
        return list(lines)
    whole = [lines[0]]
    for line, after in pairwise(lines):
        is_whole = line is lines[0] and len(line.text) > width
        goes_on = _is_full(line, after, width) or (not line.ends_sentence and len(line.text) >= _NEARLY * width)
        if after.gap == 0 and not is_whole and goes_on and not _begins_anew(after):
            glue = "" if line.text.endswith("-") and after.text[0].islower() else " "
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text}{glue}{after.text}")
        else:
            whole.append(after)
    return whole


def _begins_anew(line: Line) -> bool:
    return _LIST_MARK.match(line.text) is not None


def _is_full(line: Line, after: Line, width: int) -> bool:
    first_word = _FIRST_PIECE.match(after.text)
    return len(line.text) + 1 + (len(first_word[0]) if first_word else 0) > width
