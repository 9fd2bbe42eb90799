"""Saved web pages: what is read beside the text that was taken from them by hand.

The expected text of most files has no headline, which is measured by itself; where it begins with it, it counts. What a
title, a date or a direction should be is told by the page itself: of titles, the longest heading of the first level
that the page's title holds; of dates, what the index says or else a time element marked as published.
"""

import json
import re
import resource
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from lxml.html import document_fromstring  # noqa: TID253 - a program of its own

from importing.figure import DATA, Figure, word_f1
from reader.articles.article import Article, Block, BlockKind
from reader.intake.importing import Importer
from reader.text.folding import fold

PAGES = DATA / "html"
RUNS = 30
_NUMBER = re.compile(r"_?\d+$")
_RTL = re.compile("[\u0590-\u08ff]")
_LTR = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read, and what was expected of it."""

    name: str
    outlet: str
    article: Article
    f1: float
    title: bool
    date: bool
    direction: bool
    unwanted: tuple[str, ...]


def figures() -> Iterator[Figure]:
    """Yield what the pages show, outlet by outlet."""
    if not PAGES.is_dir():
        print("  ../shared/data/html is not here")
        return
    pages = list(_pages())
    outlets: dict[str, list[float]] = {}
    for page in pages:
        outlets.setdefault(page.outlet, []).append(page.f1)
        for what in (*page.unwanted, *(name for name in ("title", "date", "direction") if not getattr(page, name))):
            print(f"  {page.name}: {what}")
    for outlet, f1 in outlets.items():
        yield Figure(f"word F1 of {outlet}" + (f", {len(f1)} pages" if len(f1) > 1 else ""), statistics.mean(f1), 0.95)
    yield Figure("word F1, mean over outlets", statistics.mean(map(statistics.mean, outlets.values())), 0.985)
    yield Figure("word F1, lowest page", min(page.f1 for page in pages), 0.95)
    yield Figure(
        "phrases that must not be left", sum(len(page.unwanted) for page in pages), 0, at_least=False, places=0
    )
    yield Figure("title right", statistics.mean(page.title for page in pages), 0.95, unit="%")
    yield Figure("date right or absent", statistics.mean(page.date for page in pages), 0.98, unit="%")
    yield Figure("date known", statistics.mean(page.article.published is not None for page in pages), unit="%")
    yield Figure("direction right", statistics.mean(page.direction for page in pages), 1.0, unit="%")
    yield from _speed()


def _pages() -> Iterator[Page]:
    unwanted = json.loads((PAGES / "must_not_contain.json").read_text(encoding="utf-8"))
    index = {entry["id"]: entry for entry in json.loads((PAGES / "index.json").read_text(encoding="utf-8"))}
    with Importer() as importer:
        for path in sorted(PAGES.glob("*.html")):
            outcome = importer.read_path(path)
            if outcome.error:
                raise outcome.error
            article = outcome.imported[0].article
            tree = document_fromstring(path.read_bytes())
            expected = path.with_suffix(".expected.txt").read_text(encoding="utf-8")
            body = [block.text for block in article.blocks if block.kind is not BlockKind.HEADLINE]
            if fold(expected).lstrip().startswith(fold(article.title)):
                body.insert(0, article.title)
            yield Page(
                name=path.stem,
                outlet=_NUMBER.sub("", path.stem),
                article=article,
                f1=word_f1("\n".join(body), expected),
                title=fold(article.title) == fold(_title(tree)),
                date=_is_right(article, index.get(path.stem, {}).get("date") or _date(tree)),
                direction=all(_is_turned_right(block) for block in article.blocks),
                unwanted=tuple(phrase for phrase in unwanted.get(path.stem, ()) if phrase in article.text),
            )


def _title(tree) -> str:
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    whole = " ".join(tree.findtext(".//title").split())
    same = [heading for heading in headings if heading and heading in whole]
    return max(same or headings or [whole], key=len)


def _date(tree) -> str:
    marked = [time.get("datetime") for time in tree.iter("time") if time.get("itemprop") == "datePublished"]
    stated = [meta.get("content") for meta in tree.iter("meta") if "published_time" in str(meta.attrib.values())]
    return next(iter(marked + stated), "")[:10]


def _is_right(article: Article, date: str) -> bool:
    return article.published is None or article.published.iso[:10] == date


def _is_turned_right(block: Block) -> bool:
    """Say whether a block runs as three quarters of its letters do; between that, names decide."""
    right, left = len(_RTL.findall(block.text)), len(_LTR.findall(block.text))
    return block.direction.value == ("rtl" if right > left else "ltr") or max(right, left) < 0.75 * (right + left)


def _speed() -> Iterator[Figure]:
    """Tell how long 1,000 pages of 100 kB take, read as those of a folder are: by the clock, and of the processor."""
    paths = [path for path in sorted(PAGES.glob("*.html")) if 50_000 < path.stat().st_size < 200_000]
    share = RUNS * sum(path.stat().st_size for path in paths) / 1e8
    _, of_beginning = _took(paths, 0)
    by_clock, of_processor = _took(paths, RUNS)
    yield Figure("1,000 pages of 100 kB", by_clock / share, 60, at_least=False, unit="s", places=1)
    yield Figure("   processor time", (of_processor - of_beginning) / share, unit="s", places=1)


def _took(paths: list[Path], runs: int) -> tuple[float, float]:
    """Return the seconds that reading takes once the processes have begun, and what these took in all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Importer() as importer:
        _read(importer, paths * 2)
        began = perf_counter()
        _read(importer, paths * runs)
        took = perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read(importer: Importer, paths: list[Path]) -> None:
    for outcome in importer.read_paths(paths):
        if outcome.error:
            raise outcome.error
