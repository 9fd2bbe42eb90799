"""How long the page keeps the reader waiting: opening, building, scrolling, marking; each beside its limit.

Beside what a clock on the wall shows stands the processor's time of the window's thread: what it would take were the
machine doing nothing else.
"""

import random
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.annotations.highlight import COLOURS, Highlight, PlacedHighlight, Status  # noqa: E402
from reader.articles.article import Article, Block, BlockKind  # noqa: E402
from reader.collections.state import ArticleState  # noqa: E402
from reader.gui.fonts import FontLoader, families  # noqa: E402
from reader.gui.panes.reading.pane import ReadingPane  # noqa: E402
from reader.gui.theme import apply_theme, load_theme, prepare  # noqa: E402
from reader.gui.unused_memory import UnusedMemory  # noqa: E402
from reader.settings import Settings  # noqa: E402
from reader.text.direction import Direction  # noqa: E402
from reader.text.spans import Span  # noqa: E402
from reader.text.words import snap  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "article.ar.txt"
RUNS = 5

Marks = tuple[PlacedHighlight, ...]


class Took(NamedTuple):
    """How long something took by the clock, and of the processor's time; ms."""

    wall: float
    own: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: what is held to a limit, in ms; None for what is only there to compare with."""

    what: str
    times: Sequence[Took]
    limit: float | None

    @property
    def is_above(self) -> bool:
        """Whether the median by the clock is above the limit."""
        return self.limit is not None and statistics.median(each.wall for each in self.times) > self.limit


def main() -> int:
    """Measure, print the table, and return 1 when a median is above its limit."""
    application = QApplication([])
    prepare(application)
    FontLoader().load(families())
    theme = load_theme("paper")
    apply_theme(application, theme)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane = ReadingPane(theme, Settings(language="ar"))
    pane.resize(900, 800)
    UnusedMemory(pane)
    pane.show()
    application.processEvents()
    measures = [
        *_opening(pane, application),
        *_marking(pane),
        *_finding(pane, application),
        _scrolling(pane, application),
    ]
    pane.close()
    return tell(measures)


def article_of(words: int, seed: int) -> Article:
    """Return an article of about so many words, made of the sample's sentences."""
    chance = random.Random(seed)
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if len(line.split()) > 20]
    blocks = [Block(id="h", kind=BlockKind.HEADLINE, text="كتاب طويل", direction=Direction.RTL)]
    count = 0
    while count < words:
        text = chance.choice(lines)
        count += len(text.split())
        blocks.append(Block(id=f"b{len(blocks)}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL))
    return Article(title="كتاب طويل", blocks=tuple(blocks), language="ar")


def highlights_of(article: Article, count: int) -> tuple[PlacedHighlight, ...]:
    """Return so many highlights of passages all over an article; every third has a note."""
    chance = random.Random(count)
    text, made = article.text, []
    for number in range(count):
        start = chance.randrange(len(text) - 80)
        span = snap(text, Span(start, start + chance.randrange(10, 80)))
        highlight = Highlight(
            id=str(number),
            article="a",
            version="v",
            block="b",
            span=span,
            quote=span.of(text),
            prefix="",
            suffix="",
            colour=chance.choice(COLOURS),
            notes=("ملاحظة",) if number % 3 == 0 else (),
        )
        made.append(PlacedHighlight(highlight, span, Status.FIXED))
    return tuple(made)


class Watch:
    """Says how long it is since it was made."""

    def __init__(self) -> None:
        self._began = perf_counter(), thread_time()

    def took(self) -> Took:
        """Return the time since then."""
        return Took((perf_counter() - self._began[0]) * 1000, (thread_time() - self._began[1]) * 1000)


def timed(act: Callable[[], object]) -> Took:
    """Return how long something takes."""
    watch = Watch()
    act()
    return watch.took()


def _opening(pane: ReadingPane, application: QApplication) -> list[Measure]:
    measures = []
    slices: list[Took] = []
    for words, limit in ((600, 100.0), (100_000, 300.0)):
        article = article_of(words, words)
        for where, position in (("its beginning", 0), ("its middle", len(article.text) // 2)):
            times = []
            for run in range(RUNS):
                times.append(timed(partial(_open, pane, article, f"{words}-{position}-{run}", position)))
                while not pane.view.page.is_complete:
                    slices.append(timed(application.processEvents))
            measures.append(Measure(f"{words:,} words open at {where}", times, limit))
    measures += [Measure("a slice of building the rest", slices, 16.0), counting(slices)]
    return [*measures, *_one_paragraph(pane, application)]


def _one_paragraph(pane: ReadingPane, application: QApplication) -> list[Measure]:
    """Measure an article that came without paragraphs: one of 300,000 letters."""
    text = article_of(60_000, 3).text.replace("\n", " ")[:300_000]
    block = Block(id="p", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
    article = Article(title="فقرة واحدة", blocks=(block,), language="ar")
    opening, slices = [], []
    for run in range(RUNS):
        opening.append(timed(partial(_open, pane, article, f"paragraph-{run}", len(text) // 2)))
        while not pane.view.page.is_complete:
            slices.append(timed(application.processEvents))
    return [
        Measure("300,000 letters in one paragraph open at its middle", opening, 300.0),
        Measure("a slice of building the rest of it", slices, 16.0),
    ]


def _finding(pane: ReadingPane, application: QApplication) -> list[Measure]:
    """Measure looking for a word in a book, from the key to its first place in sight, and going to the next one."""
    article = article_of(100_000, 1)
    _open(pane, article, "found", 0)
    pane.view.builder.build_all()
    pane.find_words()

    def look(words: str) -> None:
        pane.finding.bar.field.setText(words)
        pane.first_screen.repaint()

    def wait() -> None:
        while pane.finding.is_looking:
            application.processEvents()

    first = []
    for words in ("البحر", "الميناء", "ال", "ا", "من") * 2:
        first.append(timed(partial(look, words)))
        wait()
    step = [timed(lambda: (pane.find_next(1), pane.first_screen.repaint())) for _ in range(20)]
    pane.finding.close()
    return [
        Measure("a word's first place in 100,000 words is in sight", first, 100.0),
        Measure("the next place is in sight", step, 50.0),
    ]


def _open(pane: ReadingPane, article: Article, name: str, position: int = 0, marks: Marks = ()) -> None:
    pane.show_article(name, article, ArticleState(position=position, source="x"))
    pane.show_highlights(marks)
    pane.first_screen.repaint()
    pane.note_anchors()


def _show(pane: ReadingPane, marks: Marks) -> None:
    """Show marks and paint what Qt was asked to paint anew."""
    pane.show_highlights(marks)
    QApplication.sendPostedEvents(pane, QEvent.Type.UpdateRequest)


def _marking(pane: ReadingPane) -> list[Measure]:
    measures = []
    for words, count, opened, painted in ((600, 100, 100.0, 10.0), (10_000, 1000, 150.0, 50.0)):
        article = article_of(words, words)
        marks = highlights_of(article, count)
        opening = [timed(partial(_open, pane, article, f"marks-{words}-{run}", 0, marks)) for run in range(RUNS)]
        painting = []
        in_sight = sorted(marks, key=lambda mark: mark.highlight.span)[:RUNS]
        for one in in_sight:
            _show(pane, tuple(mark for mark in marks if mark is not one))
            painting.append(timed(partial(_show, pane, marks)))
        measures.append(Measure(f"{words:,} words with {count:,} highlights open", opening, opened))
        measures.append(Measure(f"one highlight more among {count:,} is painted", painting, painted))
    return measures


def _scrolling(pane: ReadingPane, application: QApplication) -> Measure:
    article = article_of(100_000, 1)
    pane.show_article("book", article, ArticleState(source="x"))
    pane.show_highlights(highlights_of(article, 1000))
    pane.view.builder.build_all()
    pane.note_anchors()
    bar = pane.view.verticalScrollBar()

    def frame() -> None:
        bar.setValue(bar.value() + 60)
        pane.note_anchors()
        application.processEvents()

    return Measure("a frame of scrolling 100,000 words, 1,000 highlights", [timed(frame) for _ in range(200)], 16.0)


def counting(as_long_as: Sequence[Took]) -> Measure:
    """Measure counting for as much of the processor's time as slices took, to see what the machine itself does."""
    own = statistics.median(each.own for each in as_long_as)

    def count() -> None:
        watch = Watch()
        while watch.took().own < own:
            pass

    return Measure("as much time of counting, for comparison", [timed(count) for _ in range(1000)], None)


def tell(measures: Sequence[Measure]) -> int:
    """Print the table; return 1 when a median is above its limit."""
    parts = ("median", "p99", "most")
    print(f"{'':58}{'clock, ms':>27}{'processor, ms':>27}{'limit':>9}")
    print(f"{'':58}{''.join(f'{part:>9}' for part in parts * 2)}")
    for each in measures:
        figures = (*_spread([took.wall for took in each.times]), *_spread([took.own for took in each.times]))
        limit = f"{each.limit:9.1f}" if each.limit is not None else ""
        print(f"{each.what:58}{''.join(f'{figure:9.1f}' for figure in figures)}{limit}")
    return int(any(each.is_above for each in measures))


def _spread(times: Sequence[float]) -> tuple[float, float, float]:
    """Return the median, the time that one in a hundred takes longer than, and the longest."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[len(ordered) * 99 // 100], ordered[-1]


if __name__ == "__main__":
    sys.exit(main())
