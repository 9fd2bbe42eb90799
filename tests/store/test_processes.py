"""Two processes, and one that is killed: nothing that was acknowledged is lost."""

import random
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from reader.catalogue.query import Query
from reader.changes import Change, MarksChanged
from reader.intake.imported import Imported
from reader.library import Library
from reader.text.spans import Span

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from reader.library import Library
from reader.store.layout import Places
from reader.text.spans import Span

root, article, name, count = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
library = Library(Places(root / "library", root / "state", root / "cache"), post=lambda call: call())
for number in range(count):
    mark = library.highlighting.add(article, Span(number % 5, number % 5 + 3), "green", f"{name} {number}")
    if count < 100 and number % 4:
        continue
    library.flush()
    print(mark.id, flush=True)
library.flush()
library.close()
"""


@pytest.fixture
def article(library: Library, rich_article) -> str:
    (addition,) = library.add([Imported(article=rich_article, original=b"x")])
    library.flush()
    return addition.id


def write(tmp_path: Path, article: str, name: str, count: int) -> subprocess.Popen:
    command = [sys.executable, "-c", WRITER, str(tmp_path), article, name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")


def test_two_processes_marking_one_article_lose_no_mark(tmp_path, library, article):
    writers = [write(tmp_path, article, name, 50) for name in ("one", "two")]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    library.catch_up()

    notes = {placed.highlight.note for placed in library.highlighting.of(article)}
    assert notes == {f"{name} {number}" for name in ("one", "two") for number in range(50)}
    assert library.rows(Query())[0].highlights == 100


def test_what_was_acknowledged_before_a_kill_is_there(tmp_path, library, article):
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(4):
        writer = write(tmp_path, article, "x", 100_000)
        assert writer.stdout
        for _ in range(chance.randint(1, 6)):
            acknowledged.add(writer.stdout.readline().strip())
        writer.kill()
        rest, _ = writer.communicate()
        acknowledged |= {line for line in rest.splitlines(keepends=True) if line.endswith("\n")}
    library.catch_up()

    there = {placed.highlight.id for placed in library.highlighting.of(article)}
    assert {mark.strip() for mark in acknowledged} <= there
    library.highlighting.add(article, Span(0, 3), "blue")
    library.flush()
    assert not list((tmp_path / "library" / "marks").rglob("*.hamish-tmp"))


def test_an_article_listed_by_an_import_that_was_killed_is_listed_no_longer(library, article):
    from dataclasses import replace

    entry = library._catalogue.entry(article)
    library._catalogue.put([replace(entry, row=replace(entry.row, id="0" * 32))])
    library.catch_up()

    assert [row.id for row in library.rows(Query())] == [article]


def test_another_process_is_seen_while_following(tmp_path, library, article):
    seen = Event()

    def hear(change: Change) -> None:
        if change == MarksChanged(article):
            seen.set()

    library.highlighting.of(article)
    library.on_change(hear)
    library.follow()
    write(tmp_path, article, "other", 1).communicate()

    assert seen.wait(timeout=10)
