import socket
from collections.abc import Iterator

import pytest

from reader.crew import Crew
from reader.intake.importing import Importer, Outcome
from reader.isolation import Limits
from tests.intake.formats.test_epub import FILES, book
from tests.intake.mutating import cases, own_samples

HARMFUL = frozenset({"import.crashed", "import.too_slow", "import.too_much_memory"})  # a fault of ours is in the log
SEED, NUMBER = 20241021, 120


@pytest.fixture(scope="module")
def importer() -> Iterator[Importer]:
    crew = Crew(
        Limits(seconds=10, memory=1 << 30), most=1
    )  # started below: a process that a test starts must end with it
    crew.run(len, "")
    yield Importer(crew)
    crew.close()


def harm(outcome: Outcome) -> set[str]:
    return HARMFUL & {error.key for error in (outcome.error, *outcome.failures) if error}


def test_good_files_of_every_kind_are_read(importer, tmp_path):
    for name, data in own_samples().items():
        (tmp_path / name).write_bytes(data)
    for outcome in importer.read_paths([tmp_path]):
        assert outcome.imported, outcome


def test_what_chance_makes_of_good_files_harms_nothing(importer, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    for number, (name, data) in enumerate(cases(own_samples(), SEED, NUMBER)):
        (folder / f"{number} {name}").write_bytes(data)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for outcome in importer.read_paths([folder]):
        assert not harm(outcome), outcome
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_bad_file_is_told_or_read(importer, shared):
    for outcome in importer.read_paths([shared / "data" / "bad"]):
        assert not harm(outcome), outcome
        assert outcome.error or outcome.failures or outcome.imported or outcome.leftovers


def test_files_that_name_addresses_reach_nobody(importer, tmp_path):
    with socket.socket() as listening:
        listening.listen()  # where the system likes: to bind it ourselves is what a test may not do
        listening.setblocking(False)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/x"
        entities = f'<!ENTITY x SYSTEM "{address}"><!ENTITY % y SYSTEM "{address}"> %y;'
        doctype = f'<!DOCTYPE a SYSTEM "{address}" [{entities}]>'
        head = f'<link rel="stylesheet" href="{address}"/><base href="{address}"/><script src="{address}"></script>'
        body = f'<p>نصّ &x;</p><img src="{address}"/><iframe src="{address}"></iframe>'
        page = f"<html><head>{head}</head><body>{body}</body></html>"
        item = f"<item><title>&x;</title><link>{address}</link></item>"
        declared = f"<?xml version='1.0'?>{doctype}"
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        (tmp_path / "b.xhtml").write_text(f"{declared}{page}", encoding="utf-8")
        (tmp_path / "c.xml").write_text(
            f"{declared}<rss version='2.0'><channel>{item}</channel></rss>", encoding="utf-8"
        )
        (tmp_path / "d.epub").write_bytes(book({**FILES, "OEBPS/text/one.xhtml": f"{doctype}{page}"}))
        for outcome in importer.read_paths([tmp_path]):
            assert not harm(outcome), outcome
        with pytest.raises(BlockingIOError):
            listening.accept()
