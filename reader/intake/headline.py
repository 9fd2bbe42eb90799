"""Whether a text begins with a headline, and what to call it when it does not."""

import re
from collections.abc import Sequence

from reader.intake.credits import is_agency
from reader.intake.furniture import bare, phrases
from reader.intake.lines import Line

_LONGEST = 180  # code points; the longest headlines seen in newspapers have about 150
_MOST_WORDS = 30
_FEW_WORDS = 16
_LONGEST_TITLE = 90
_MUCH_SHORTER = 0.6  # than a usual paragraph
_FAR_SHORTER = 0.35
_ENOUGH = 3  # points
_UNFINISHED = re.compile(r"(?<![.…])[.۔][\"'»”)\]]*$|[،,؛;:][\"'»”)\]]*$")
_SENTENCES = re.compile(r"[^\s.]{4,}[.؟?!۔]\s+\S+\s+\S+")
_DATELINE = re.compile(
    r"^[^\s:–—-]{2,20}(?:\s[^\s:–—-]{2,20}){0,3}\s*(?:\([^)]{2,30}\))?\s*(?:[-–—ـ]{1,2}|:)\s*(?=\S+(?:\s+\S+){12})"
)
# Where news is from and who sent it, before the first sentence: an agency in brackets, or a paper in guillemets. Behind
# a verb of speaking it is who speaks.
_SENDER = re.compile(
    r"(?![وف]?(?:قال|[أا]علن|[أا]كد|[أا]ضاف|ذكر|نقل|كشف|كتب|صرح|[أا]فاد|[أا]وضح)(?:ت|وا)?\s)"
    r"(?:[^\s:«»()–—-]{2,20}[\s-]*){1,3}(?:\((?P<agency>[^)]{2,30})\)|«[^»]{2,30}»)\s*[-–—ـ:]{1,2}\s*(?=\S+\s+\S)"
)
# A circumstance, as a line over the headline tells it: after, during, in the presence of. None with a sign that parts
# two halves of a headline, or a word that may be a verb.
_CIRCUMSTANCE = re.compile(
    r"(?:بعد|قبل|قبيل|عقب|[إا]ثر|خلال|[أا]ثناء|ضمن|وسط|رغم|بحضور|برعاية|تحت رعاية|بمشاركة|بمناسبة"
    r"|(?:اليوم|غدا|[أا]مس) و?(?:في|ضمن)|في (?:ظل|ختام|[إا]طار|افتتاح|مستهل|ذكرى)"
    r"|على (?:هامش|خلفية|وقع)|After|Before|During|Amid|Ahead of)\s"
    r"(?!.*(?:\.\.|[…:،,؛]|\s[–—-]\s))(?!.*\s[يت]\w{3,}(?:\s|$)).*"
)
_FEWEST_WORDS = 5  # of a line that is a headline and no name, below a rubric
_FIRST_SENTENCE = re.compile(r"^.{15,}?(?<!\s\S)(?<!\s\S\S)[.؟?!۔…]+[\"'»”)]*(?=\s|$)")


def looks_like_title(line: Line) -> bool:
    """Say whether a line may be a headline or a heading by its form: not long, one phrase, no full stop."""
    text = line.text
    if len(text) > _LONGEST or line.word_count > _MOST_WORDS or not any(char.isalpha() for char in text):
        return False
    return not (_UNFINISHED.search(text) or _SENTENCES.search(text) or _DATELINE.match(text))


def is_headline(first: Line, following: Sequence[Line], *, head_follows: bool) -> bool:
    """Say whether the first line of a text is its headline.

    `following` are the lines of the body after it; `head_follows` says that a date, a byline or a picture's caption
    stands between. Signs are weighed: none alone is proof.
    """
    if not following or not looks_like_title(first):
        return False
    from statistics import median  # which loads much that an entry of a feed does not need

    lengths = sorted(len(line.text) for line in following)
    paragraphs = [line for line in following if line.ends_sentence]
    usual = median(lengths[len(lengths) // 2 :])
    points = 3 * head_follows
    points += (following[0].gap > 0) + (following[0].gap > 0 and len(following[0].text) > len(first.text))
    points += 2 * (len(first.text) <= _MUCH_SHORTER * usual) + (len(first.text) <= _FAR_SHORTER * usual)
    points += (first.word_count <= _FEW_WORDS) + following[0].ends_sentence
    points -= 2 * (len(paragraphs) < len(following) / 2)  # verse, a list: lines that are all alike
    return points >= _ENOUGH


def is_kicker(first: Line, second: Line) -> bool:
    """Say whether the first of two lines that look like titles stands over the headline, which is the second.

    It names the rubric, or the circumstances, in fewer letters than the headline has.
    """
    if bare(first.text) in phrases("rubrics"):
        return second.word_count >= _FEWEST_WORDS
    return len(first.text) < len(second.text) and _CIRCUMSTANCE.fullmatch(first.text) is not None


def title_from(text: str) -> str:
    """Return the beginning of the first sentence, whole if it is short, else cut after a word and marked with “…”.

    In one line: what was set apart by tabs in a text stands beside it in a title. What only says who sent it is left
    out.
    """
    text = " ".join(text[: 4 * _LONGEST_TITLE].split())
    sender = _SENDER.match(text)
    if sender and (sender["agency"] is None or is_agency(sender["agency"])):
        text = text[sender.end() :]
    sentence = _FIRST_SENTENCE.match(text)
    title = sentence[0] if sentence else text
    if len(title) <= _LONGEST_TITLE:
        return title.rstrip(" .،؛:") if not title.endswith("..") else title
    cut = title[: _LONGEST_TITLE + 1].rpartition(" ")[0] or title[:_LONGEST_TITLE]
    return cut.rstrip(' .،؛:-–«“"(') + "…"
