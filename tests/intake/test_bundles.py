import io
import zipfile
from pathlib import Path

from reader.intake.importing import Outcome
from tests.intake.drawn import png

SAID = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم بعد اثني عشر عامًا من الانقطاع."
PAGE = f'<html><head><title>المنارة</title></head><body><h1>المنارة</h1><img src="{{}}"><p>{SAID}</p></body></html>'
FEED = f"<rss><channel><item><title>خبر</title><description>{SAID}</description></item></channel></rss>"


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    path.write_bytes(out.getvalue())
    return path


def told(outcomes: list[Outcome], folder: Path) -> list[tuple[str, str]]:
    return [
        (
            outcome.path.relative_to(folder).as_posix(),
            outcome.error.key if outcome.error else outcome.imported[0].article.title,
        )
        for outcome in outcomes
    ]


def test_a_zip_file_of_pages_and_texts_is_read_as_a_folder(importer, tmp_path):
    path = packed(
        tmp_path / "a.zip",
        {
            "10.txt": SAID,
            "2.html": PAGE.format("2_files/lamp.png"),
            "2_files/lamp.png": png(120, 90),
            "2_files/style.css": "p {}",
            "__MACOSX/._2.html": "x",
            "feeds/all.xml": FEED,
            "nothing.txt": "",
            "song.mp3": b"ID3",
        },
    )
    outcomes = list(importer.read_paths([path]))
    assert told(outcomes, tmp_path) == [
        ("a.zip/2.html", "المنارة"),
        ("a.zip/10.txt", SAID.rstrip(".")),
        ("a.zip/feeds/all.xml", "خبر"),
        ("a.zip/nothing.txt", "import.empty"),
        ("a.zip/song.mp3", "import.unsupported"),
    ]
    page = outcomes[0].imported[0]
    assert (page.original, page.images) == (PAGE.format("2_files/lamp.png").encode(), (png(120, 90),))
    assert page.article.origin is not None
    assert page.article.origin.name == "2.html"


def test_a_picture_that_a_page_shows_is_no_file_of_its_own(importer, tmp_path):
    files = {"doc.html": PAGE.format("images/one.png"), "images/one.png": png(120, 90), "images/two.png": png(60, 80)}
    outcomes = list(importer.read_paths([packed(tmp_path / "a.zip", files)]))
    assert told(outcomes, tmp_path) == [("a.zip/doc.html", "المنارة"), ("a.zip/images/two.png", "import.unsupported")]
    assert outcomes[0].imported[0].images == (png(120, 90),)


def test_one_file_of_a_zip_file_can_be_named_alone(importer, tmp_path):
    path = packed(tmp_path / "a.zip", {"م/1.html": PAGE.format(""), "م/2.txt": SAID})
    assert told(list(importer.read_paths([path / "م/1.html"])), tmp_path) == [("a.zip/م/1.html", "المنارة")]
    assert told(list(importer.read_paths([path / "3.txt"])), tmp_path) == [("a.zip/3.txt", "import.missing")]
    text = tmp_path / "a.txt"
    text.write_text(SAID)
    assert told(list(importer.read_paths([text / "1.html"])), tmp_path) == [("a.txt/1.html", "import.missing")]


def test_a_zip_file_without_anything_to_read_says_so(importer, tmp_path):
    path = packed(tmp_path / "a.zip", {"__MACOSX/._x": "x", ".hidden": "x"})
    assert told(list(importer.read_paths([path])), tmp_path) == [("a.zip", "import.folder_empty")]


def test_a_zip_file_that_leads_out_of_itself_or_swells_is_kept_within_its_limits(importer, tmp_path):
    path = packed(tmp_path / "a.zip", {"../../out.txt": SAID, "in.txt": SAID})
    assert [name for name, _ in told(list(importer.read_paths([path])), tmp_path)] == ["a.zip/in.txt"]
    bomb = packed(tmp_path / "b.zip", {"b.txt": b"a" * (40 << 20)})
    assert told(list(importer.read_paths([bomb])), tmp_path) == [("b.zip", "import.archive_too_large")]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_documents_in_zip_files_stay_what_they_are(importer, tmp_path):
    drawn = packed(
        tmp_path / "a.ods", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}
    )
    assert told(list(importer.read_paths([drawn])), tmp_path) == [("a.ods", "import.unsupported")]
    inside = packed(tmp_path / "b.zip", {"a.ods": drawn.read_bytes()})
    assert told(list(importer.read_paths([inside])), tmp_path) == [("b.zip/a.ods", "import.unsupported")]
