"""Libraries for measuring: articles made from a seed, put on disk without the program's own ways, which take longer.

The words have the frequencies of a real text, some 4 kB an article; some articles are read, starred or tagged.
"""

import multiprocessing
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from reader.articles.article import Article, Block, BlockKind, WrittenDate
from reader.articles.fingerprint import fingerprint_of
from reader.store import article_file, record_file
from reader.store.layout import SHARDS, Places
from reader.store.mark_records import TAG
from reader.store.record_file import RecordFile
from reader.store.records import Record, Register
from reader.store.state_records import STATE
from reader.text.direction import Direction

FREQUENT = "في من على إلى أن التي الذي عن مع هذا هذه بعد قبل بين كما لكن وقد كان لم لن ما لا أو ثم كل خلال حتى عند"
ROOTS = "كتب درس علم عمل حكم نصر فتح دخل خرج وصل حمل نشر ذكر جمع فرق سمع نظر شهد قول صنع زرع سفر سكن هدم حفظ نقل"
PATTERNS = ("{}{}{}", "{}ا{}{}", "م{}{}و{}", "ت{}{}ي{}", "{}{}ا{}", "م{}{}{}", "ا{}ت{}ا{}", "{}{}ّ{}")
BEFORE, AFTER = ("", "ال", "وال", "بال", "لل", "و"), ("", "ة", "ات", "ين", "ون", "ها", "ية", "هم")
SOURCES = ("صحيفة الميناء", "وكالة الساحل", "مجلّة النخيل", "The Harbour Post")
TAGS = ("اقتصاد", "بحر", "مدن", "للقراءة")
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
MADE = "made"
"""The file that says that a library was made whole."""


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

    def some(self, chance: random.Random, count: int) -> list[str]:
        """Return so many words."""
        return chance.choices(self._words, cum_weights=self._weights, k=count)


def article(words: Words, number: int) -> Article:
    """Return the article of a number, always the same one."""
    chance = random.Random(number)
    lengths = [chance.randint(6, 12), *(chance.randint(30, 60) for _ in range(6))]
    drawn = iter(words.some(chance, sum(lengths)))
    title, *paragraphs = (" ".join(next(drawn) for _ in range(length)) for length in lengths)
    blocks = [Block(id="b1", kind=BlockKind.HEADLINE, text=title, direction=Direction.RTL)]
    blocks += [
        Block(id=f"b{place}", kind=BlockKind.PARAGRAPH, text=f"{text}.", direction=Direction.RTL)
        for place, text in enumerate(paragraphs, start=2)
    ]
    date = f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return Article(
        title=title, blocks=tuple(blocks), source=chance.choice(SOURCES), published=WrittenDate(date), language="ar"
    )


def made_library(folder: Path, count: int) -> Places:
    """Return a library of so many articles in a folder; it is made if it is not there."""
    places = Places(folder / "library", folder / "state", folder / "cache")
    if not (folder / MADE).exists():
        for kind in ("states", "texts"):
            for shard in SHARDS:
                (places.library / kind / shard).mkdir(parents=True, exist_ok=True)
        workers = os.cpu_count() or 1
        with multiprocessing.get_context("spawn").Pool(workers) as pool:
            pool.starmap(_write, [(places, range(first, count, workers)) for first in range(workers)])
        (folder / MADE).touch()
    return places


def _write(places: Places, numbers: range) -> None:
    words = Words()
    for number in numbers:
        text = article(words, number)
        name, data = fingerprint_of(text), article_file.encode(text)
        version = article_file.version_of(data)
        places.texts(name).mkdir(exist_ok=True)
        places.text(name, version).write_bytes(data)
        file = RecordFile(name, {STATE: Record(dict(_state(number, version)))})
        places.records("states", name).write_bytes(record_file.encode(file, "states"))


def _state(number: int, version: str) -> Iterator[tuple[str, Register]]:
    moment = (FIRST + timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    stamp = f"{moment}/0000/synthetic"
    yield "version", Register(version, stamp)
    yield "added", Register(moment, stamp)
    yield "deleted", Register(value=False, stamp=stamp)
    chance = random.Random(-number)
    if chance.random() < 0.3:
        yield "reading", Register(chance.choice(("read", "reading")), stamp)
    if chance.random() < 0.05:
        yield "starred", Register(value=True, stamp=stamp)
    if chance.random() < 0.1:
        yield TAG + chance.choice(TAGS), Register(value=True, stamp=stamp)
