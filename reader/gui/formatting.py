"""Numbers and dates in the window's words: the one place that knows the reader's digits and month names."""

from PySide6.QtCore import QLocale, QObject

from reader.collections.state import Reading
from reader.settings import Settings
from reader.text import words
from reader.text.dates_in_words import Months, in_words
from reader.text.digits import Digits, convert, format_number, in_form_of
from reader.text.direction import Direction, direction_of, isolated_runs

ISOLATE, ISOLATED = "\u2066", "\u2069"
FIRST_STRONG_ISOLATE, RIGHT_TO_LEFT_ISOLATE = "\u2068", "\u2067"
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
SEPARATOR = " · "


class Formatter(QObject):
    """Writes counts, dates and reading times in the interface's language, `ar` or `en`."""

    def __init__(self, settings: Settings, language: str) -> None:
        super().__init__()
        self._settings = settings
        self._language = language

    @property
    def is_rtl(self) -> bool:
        """Whether the interface is read from right to left."""
        return self._language == "ar"

    def digits_beside(self, used: str) -> Digits:
        """Return the digits of a line that stands beside a text which uses these, so that no line mixes two kinds."""
        chosen = Digits(self._settings.digits)
        return Digits(used) if chosen is Digits.AS_WRITTEN else chosen

    def number(self, number: int) -> str:
        """Return a count that belongs to no article."""
        return format_number(number, Digits(self._settings.count_digits))

    def percent(self, number: int) -> str:
        """Return a percentage: % stands with 012, ٪ with ٠١٢."""
        digits = Digits(self._settings.count_digits)
        return f"{convert(str(number), digits)}{'٪' if digits is Digits.ARABIC else '%'}"

    def counted(self, translated: str) -> str:
        """Return a translated sentence whose number belongs to no article, with the reader's digits."""
        return convert(translated, Digits(self._settings.count_digits))

    def date(self, iso: str, digits: Digits, *, short: bool = False, language: str = "") -> str:
        """Return a day in words, without its time, beside its Hijri date if that is wished and there is room for it.

        Arabic names of months go by the region of the article's `language`, else by the system's, where none is chosen.
        """
        if not iso:
            return ""
        hijri = self._settings.hijri and not short
        words = in_words(iso, self._region(language), Months(self._settings.months), digits, hijri=hijri)
        return in_form_of(words, language)

    def _region(self, language: str) -> str:
        known = (language, QLocale.system().bcp47Name()) if self._language == "ar" else ()
        return next((each for each in known if each.lower().startswith("ar-")), self._language)

    def reading_time(self, count: int, language: str, digits: Digits) -> str:
        """Return how long so many words of a language take, such as «4 minutes»; nothing for a text without words."""
        if not count:
            return ""
        rate = self._settings.words_a_minute
        minutes = round(count / rate) if rate else words.reading_minutes(count, language)
        if not minutes:
            return self.tr("Under a minute")
        return in_form_of(convert(self.tr("%n minute(s)", "", minutes), digits), language)

    def state(self, reading: Reading) -> str:
        """Return how far the reader is, in a word."""
        match reading:
            case Reading.UNREAD:
                return self.tr("Unread")
            case Reading.READING:
                return self.tr("In progress")
            case Reading.READ:
                return self.tr("Read")

    def joined(self, *parts: str) -> str:
        """Return the parts that are there in one line, each isolated, with no lonely separator."""
        return SEPARATOR.join(f"{_opening(part)}{part}{ISOLATED}" for part in parts if part)

    def line(self, *parts: str) -> str:
        """Return the parts that are there in one line that runs as the interface does, whatever they begin with."""
        return f"{RIGHT_TO_LEFT_MARK if self.is_rtl else LEFT_TO_RIGHT_MARK}{self.joined(*parts)}"


def _opening(part: str) -> str:
    """Return what isolates a part: its first letter's direction is its own, save in Arabic that begins with Latin."""
    if part.isascii() or not "A" <= part[0] <= "z":
        return FIRST_STRONG_ISOLATE
    return RIGHT_TO_LEFT_ISOLATE if direction_of(part, Direction.LTR) is Direction.RTL else ISOLATE


def isolated(text: str, fallback: Direction = Direction.RTL) -> tuple[str, Direction]:
    """Return a line for showing, with what would be turned round kept in order, and the line's own direction.

    The characters added are for the screen alone: never store, copy or search what this returns.
    """
    direction = direction_of(text, fallback)
    pieces, last = [], 0
    for run in isolated_runs(text, direction):
        opening = ISOLATE if direction is Direction.RTL else RIGHT_TO_LEFT_ISOLATE
        pieces += [text[last : run.start], opening, run.of(text), ISOLATED]
        last = run.end
    return "".join((*pieces, text[last:])), direction
