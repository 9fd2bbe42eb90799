import hashlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import resources
from reader.crew import Crew
from reader.intake.files import MOST_BYTES
from reader.intake.formats.plain_text import MOST_CHARACTERS
from reader.intake.importing import Importer, Outcome
from reader.isolation import Limits
from reader.messages import LANGUAGES, Messages

TEXT = (
    "المنارة تعود إلى العمل\n\n"
    "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم بعد اثني عشر عامًا.\n\n"
    "وفرح أهل الحيّ جميعًا بالضوء.\n"
)


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    crew = Crew(Limits(seconds=60), most=1)  # started here, it outlives a test
    crew.run(len, "")
    yield crew
    crew.close()


@pytest.fixture
def importer(crew) -> Importer:
    return Importer(crew)


def read(importer: Importer, *paths: Path, **options) -> list[Outcome]:
    return list(importer.read_paths(paths, **options))


def key_of(outcome: Outcome) -> str:
    return outcome.error.key if outcome.error else ""


def test_a_file_becomes_an_article_with_its_original(importer, tmp_path):
    path = tmp_path / "منارة.txt"
    path.write_text(TEXT, encoding="windows-1256")
    (outcome,) = read(importer, path)
    (imported,) = outcome.imported
    assert imported.article.title == "المنارة تعود إلى العمل"
    assert imported.original == path.read_bytes()
    origin = imported.article.origin
    assert origin is not None
    assert (origin.name, origin.media_type) == ("منارة.txt", "text/plain")
    assert origin.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_plain_is_passed_on(importer, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (outcome,) = read(importer, path, plain=True)
    assert {block.kind.value for block in outcome.imported[0].article.blocks} == {"paragraph"}


def test_a_bad_file_is_told_by_name_and_the_rest_goes_on(importer, tmp_path):
    contents = {
        "1 فارغ.txt": b"",
        "2 مسافات.txt": b" \r\n \n",
        "3 ثنائي.txt": bytes(range(256)) * 20,
        "4 صورة.png": b"\x89PNG\r\n\x1a\n",
        "5 معطوب.txt": TEXT.encode().replace("الميناء".encode(), b"\xff\xfe\xd8"),
        "6 جيد.txt": TEXT.encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "7 كبير.txt").open("wb") as file:
        file.truncate(200_000_000)
    outcomes = read(importer, tmp_path, tmp_path / "مفقود.txt")
    assert [key_of(outcome) for outcome in outcomes] == [
        *(
            "import.empty",
            "import.empty",
            "import.binary",
            "import.unsupported",
            "",
            "",
            "import.too_large",
            "import.missing",
        )
    ]
    assert outcomes[4].imported[0].unreadable == 3
    for language in LANGUAGES:
        messages = Messages(language)
        assert all(outcome.path.name in messages.error(outcome.error) for outcome in outcomes if outcome.error)


def test_a_text_just_within_the_limit_is_not_called_too_large(importer, tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES)
    assert key_of(read(importer, path)[0]) == "import.empty"


def test_a_text_that_no_memory_would_suffice_for_is_told_at_once(importer, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("عادت المنارة.\n" * (MOST_CHARACTERS // 10), encoding="utf-8")
    outcome = read(importer, path)[0]
    assert (key_of(outcome), outcome.error.values["megabytes"] < 32) == ("import.too_large", True)


@pytest.mark.skipif(sys.platform == "win32", reason="Only POSIX has such rights and files")
def test_a_file_without_rights_and_what_is_no_file_are_told(importer, tmp_path, without_rights):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    with without_rights(tmp_path / "a.txt"):
        outcomes = read(importer, tmp_path / "a.txt", tmp_path / "pipe", Path("/dev/zero"))
    assert [key_of(outcome) for outcome in outcomes] == ["import.no_rights", "import.no_file", "import.no_file"]


def test_a_file_that_takes_too_long_is_told_and_the_rest_goes_on(tmp_path):
    with Importer(Crew(Limits(seconds=0.0001))) as importer:
        (tmp_path / "slow.txt").write_text(TEXT * 2000, encoding="utf-8")
        outcomes = read(importer, tmp_path / "slow.txt", tmp_path / "missing.txt")
        importer._crew.close()
    assert [key_of(outcome) for outcome in outcomes] == ["import.too_slow", "import.missing"]


def test_progress_is_told_before_each_file(importer, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    told = []
    read(importer, tmp_path, progress=lambda done, all_of_them, path: told.append((done, all_of_them, path.name)))
    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt")]


def test_cancelling_keeps_what_is_done(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    done = []
    with Importer() as importer:
        for outcome in importer.read_paths([tmp_path]):
            done.append(outcome)
            if len(done) == 2:
                thread = threading.Thread(target=importer.cancel)
                thread.start()
                thread.join()
        assert [len(outcome.imported) for outcome in done] == [1, 1]
        assert len(read(importer, tmp_path)) == 5


def test_the_own_process_ends_with_the_importer(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Importer() as importer:
        assert len(read(importer, tmp_path)) == 1


def test_pasted_text_becomes_an_article(importer):
    outcome = importer.read_pasted(TEXT, address="https://example.org/1")
    (imported,) = outcome.imported
    assert (imported.article.title, imported.article.address) == ("المنارة تعود إلى العمل", "https://example.org/1")
    assert (outcome.path.name, imported.original.decode()) == ("", TEXT)


def test_pasted_html_is_preferred_while_it_holds_all_of_the_text(importer):
    html = "<h1>المنارة تعود</h1><p>عادت المنارة عند <b>مدخل</b> الميناء إلى العمل مساء اليوم.</p>"
    text = "المنارة تعود\nعادت المنارة عند مدخل الميناء إلى العمل مساء اليوم."
    (whole,) = importer.read_pasted(text, html).imported
    (partly,) = importer.read_pasted(text, "<p>عادت</p>").imported
    assert (whole.article.origin.media_type, partly.article.origin.media_type) == ("text/html", "text/plain")
    assert partly.article.text == text


@pytest.mark.parametrize(("text", "html"), [("", ""), (" \n", "<p> </p>"), ("", "<img src=x>")])
def test_an_empty_clipboard_is_told(importer, text, html):
    assert key_of(importer.read_pasted(text, html)) == "import.paste_empty"


def test_the_sample_comes_through(importer):
    (outcome,) = read(importer, resources.locate("samples/article.ar.txt"))
    assert len(outcome.imported) == 1


def test_hostile_files_give_an_article_or_a_message(importer, shared):
    for outcome in importer.read_paths([shared / "data" / "bad"]):
        assert bool(outcome.imported) != bool(outcome.error)
