"""How long a library of many articles takes: to import, to list anew from its files, to open, and to answer.

The articles are made from a seed: words with the frequencies of a real text, of some 4 kB each.
"""

import argparse
import os
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.articles.article import Article, Block, BlockKind, WrittenDate  # noqa: E402 - after the path is set
from reader.catalogue.asked import understood  # noqa: E402
from reader.catalogue.query import Query, Sort  # noqa: E402
from reader.collections.state import Reading  # noqa: E402
from reader.errors import ReaderError  # noqa: E402
from reader.intake.imported import Imported  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.store.layout import Places  # noqa: E402
from reader.text.direction import Direction  # noqa: E402
from reader.text.spans import Span  # noqa: E402

BATCH = 200
RUNS = 9
FREQUENT = "في من على إلى أن التي الذي عن مع هذا هذه بعد قبل بين كما لكن وقد كان لم لن ما لا أو ثم كل خلال حتى عند"
ROOTS = "كتب درس علم عمل حكم نصر فتح دخل خرج وصل حمل نشر ذكر جمع فرق سمع نظر شهد قول صنع زرع سفر سكن هدم حفظ نقل"
PATTERNS = ("{}{}{}", "{}ا{}{}", "م{}{}و{}", "ت{}{}ي{}", "{}{}ا{}", "م{}{}{}", "ا{}ت{}ا{}", "{}{}ّ{}")
BEFORE, AFTER = ("", "ال", "وال", "بال", "لل", "و"), ("", "ة", "ات", "ين", "ون", "ها", "ية", "هم")
SEARCHES = {
    "a word": "كتب", "two words": "كتب درس", "a phrase": '"من على"', "a prefix of 4 letters": "تدري*",
    "a word in other forms": "مكتوبهم حكم",
}  # fmt: skip
SOURCES = ("صحيفة الميناء", "وكالة الساحل", "مجلّة النخيل", "The Harbour Post")


class Words:
    """A vocabulary whose n-th word is drawn in proportion to 1/n, as in texts of any language (Zipf's law)."""

    def __init__(self) -> None:
        made = (
            before + pattern.format(*root) + after
            for root in ROOTS.split() for pattern in PATTERNS for before in BEFORE for after in AFTER
        )  # fmt: skip
        rest = sorted(set(made))
        random.Random(1).shuffle(rest)
        self._words = FREQUENT.split() + rest
        self._weights = list(accumulate(1 / rank for rank in range(3, len(self._words) + 3)))

    def some(self, chance: random.Random, count: int) -> str:
        """Return so many words."""
        return " ".join(chance.choices(self._words, cum_weights=self._weights, k=count))


def articles(count: int) -> Iterator[Imported]:
    """Yield articles, always the same ones."""
    words = Words()
    for number in range(count):
        chance = random.Random(number)
        title = words.some(chance, chance.randint(6, 12))
        paragraphs = [words.some(chance, chance.randint(30, 60)) + "." for _ in range(6)]
        blocks = [Block(id="b1", kind=BlockKind.HEADLINE, text=title, direction=Direction.RTL)]
        blocks += [
            Block(id=f"b{place}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
            for place, text in enumerate(paragraphs, start=2)
        ]
        date = f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        article = Article(
            title=title,
            blocks=tuple(blocks),
            source=chance.choice(SOURCES),
            published=WrittenDate(date),
            language="ar",
        )
        yield Imported(article=article, original="\n".join([title, *paragraphs]).encode())


class Table:
    """Prints what was measured, a line each."""

    def line(self, what: str, took: float, count: int = 0) -> None:
        """Print a time in s or ms, and for a count how much of it went to each."""
        shown = f"{took:10.2f} s " if took >= 1 else f"{took * 1000:10.2f} ms"
        print(f"{what:52}{shown}" + (f"{took / count * 1000:12.3f} ms each" if count else ""), flush=True)

    def median(self, what: str, act: Callable[[], object]) -> None:
        """Print the median of several runs."""
        self.line(what, statistics.median(_took(act) for _ in range(RUNS)))


def _took(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _opened(places: Places) -> Library:
    return Library(places, post=lambda call: call())


def _import(library: Library, count: int) -> list[str]:
    ids: list[str] = []
    batch: list[Imported] = []
    for each in articles(count):
        batch.append(each)
        if len(batch) == BATCH:
            ids += [addition.id for addition in library.add(batch)]
            library.flush()
            batch = []
    ids += [addition.id for addition in library.add(batch)]
    library.flush()
    return ids


def _forget_catalogue(places: Places) -> None:
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()


def _open_and_list(places: Places) -> None:
    library = _opened(places)
    library.rows(Query(), 0, 60)
    library.close()


def _measure(places: Places, count: int) -> None:
    table = Table()
    making = _took(lambda: sum(1 for _ in articles(count)))
    library = _opened(places)
    ids: list[str] = []
    importing = _took(lambda: ids.extend(_import(library, count)))
    table.line(f"import of {count} articles, safely on disk", importing - making, count)
    table.line("   the catalogue takes it in", _took(library.catch_up), count)
    table.median("   nothing new: a look at all folders", library.catch_up)
    library.close()
    _forget_catalogue(places)
    library = _opened(places)
    table.line("catalogue made anew from the files", _took(library.catch_up), count)
    _answer(table, library, ids)
    _search(table, library, count)
    _change(table, library, ids)
    library.close()
    table.median("opening, with the first 60 rows", lambda: _open_and_list(places))
    print(f"{'memory, the most':52}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MiB")


def _answer(table: Table, library: Library, ids: Sequence[str]) -> None:
    for sort in Sort:
        table.median(f"60 rows by {sort}", lambda sort=sort: library.rows(Query(sort=sort), 0, 60))
    table.median("60 rows from the middle", lambda: library.rows(Query(), len(ids) // 2, 60))
    table.median("60 rows with two words", lambda: library.rows(Query(words="كتاب مجلة"), 0, 60))
    table.median("how many are unread", lambda: library.count(Query(reading=Reading.UNREAD)))
    table.median("an id from eight of its letters", lambda: library.find_id(ids[0][:8]))
    table.median("an id from its first letter", lambda: _ignoring(lambda: library.find_id(ids[0][:1])))
    table.median("all ids", library.ids)
    opened = iter(ids[100:])
    table.median("an article that was not open before", lambda: library.article(next(opened)))


def _search(table: Table, library: Library, count: int) -> None:
    searching = library.searching()
    table.line("the words of all articles read for searching", _took(searching.fill), count)
    table.median("   nothing new", searching.fill)
    for what, typed in SEARCHES.items():
        asked = understood(typed)
        table.median(f"search, first page with excerpts: {what}", lambda asked=asked: searching.find(asked))
        table.median("   how many there are", lambda asked=asked: searching.count(asked))
    searching.close()


def _change(table: Table, library: Library, ids: Sequence[str]) -> None:
    marked = iter(ids)
    table.median("a highlight, in memory", lambda: library.add_highlight(next(marked), Span(0, 9), "green"))
    library.flush()

    def highlight() -> None:
        library.add_highlight(next(marked), Span(0, 9), "green", "ملاحظة")
        library.flush()

    table.median("a highlight with a note, safely on disk", highlight)
    some = ids[:1000]
    marking = _took(lambda: library.set_reading(some, Reading.READ))
    table.line(f"{len(some)} articles marked as read, in memory", marking, len(some))
    library.flush()


def _ignoring(act: Callable[[], object]) -> None:
    with suppress(ReaderError):  # that several begin so is the answer too
        act()


def main() -> int:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    chosen, _ = options.parse_known_args()  # the rest is for the other benchmarks
    with tempfile.TemporaryDirectory(prefix="hamish-library-") as folder:
        root = Path(folder)
        print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
        _measure(Places(root / "library", root / "state", root / "cache"), chosen.articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
