"""Articles as files: from the command line, on a real library."""

from hashlib import sha256

import pytest

from reader import resources
from reader.articles.article import Article, Block, BlockKind
from reader.cli import commands
from reader.exporting.file_names import file_name, unused
from reader.intake.imported import Imported
from reader.library import Library
from reader.text.direction import Direction
from reader.text.spans import Span

SAMPLE = resources.locate("samples/article.ar.txt")


@pytest.fixture
def hamish(places, capsys):
    """Run a command; return its status, what it printed and what it complained of."""

    def run(*arguments):
        status = commands.run(tuple(map(str, arguments)), places, "en")
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def article(hamish, places):
    """The id of the sample, with a highlight of its lead's first word."""
    hamish("import", SAMPLE)
    library = Library(places, lambda call: call())
    (name,) = library.ids()
    start = library.article(name).text.index("اختُتم")
    library.highlighting.add(name, Span(start, start + 6), "green", "ملاحظة")
    library.flush()
    library.close()
    return name


def test_a_text_is_printed_where_no_file_is_named(hamish, article):
    status, out, err = hamish("export", article[:8], "--format", "markdown", "--content", "highlights")

    assert (status, err) == (0, "")
    assert "> اختُتم" in out
    assert "الفقرة 1" in out
    assert "ملاحظة" in out


def test_a_file_that_is_there_is_never_written_over(hamish, article, tmp_path):
    target = tmp_path / "مقال.md"
    assert hamish("export", article, "--format", "markdown", "--output", target)[:2] == (0, f"{target}\n")
    target.write_text("mine", encoding="utf-8")

    status, out, err = hamish("export", article, "--format", "markdown", "--output", target)
    assert (status, out) == (1, "")
    assert "there already" in err
    assert target.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.glob("*.md")] == ["مقال.md"]


def test_pictures_stand_in_a_folder_beside_the_file(hamish, places, tmp_path):
    picture = b"\x89PNG\r\n\x1a\npicture"
    blocks = (
        Block(id="a", kind=BlockKind.PARAGRAPH, text="عاد الصيادون إلى الميناء.", direction=Direction.RTL),
        Block(id="b", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image=sha256(picture).hexdigest()),
    )
    library = Library(places, lambda call: call())
    library.add([Imported(article=Article(title="الميناء", blocks=blocks), images=(picture,))])
    library.close()
    folder = tmp_path / "out"
    status, _, err = hamish("export", "--all", "--format", "markdown", "--output", folder / "مقال.md")

    assert (status, err) == (0, "")
    (beside,) = (folder / "مقال_files").iterdir()
    assert beside.read_bytes() == picture
    assert f"![](مقال_files/{beside.name})" in (folder / "مقال.md").read_text(encoding="utf-8")


def test_each_of_several_articles_has_a_file_named_after_it(hamish, article, tmp_path):
    for number in (1, 2):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"عنوان واحد\n\nفقرة رقم {number} طويلة بما يكفي لتكون فقرة.\n", encoding="utf-8")
        hamish("import", path)
    folder = tmp_path / "out"
    status, out, _ = hamish("export", "--all", "--format", "text", "--output", folder)

    assert status == 0
    names = sorted(path.name for path in folder.iterdir())
    assert {"عنوان واحد 2.txt", "عنوان واحد.txt"} < set(names)
    assert len(names) == len(out.splitlines()) == 3


def test_what_cannot_be_exported_is_told_and_the_rest_is_done(hamish, article):
    status, out, err = hamish("export", "ffff", article, "--format", "text")

    assert status == 1
    assert "ffff" in err
    assert "اختُتم" in out


def test_a_note_for_obsidian_is_brought_up_to_date_in_its_own_file(hamish, article, tmp_path):
    folder = tmp_path / "vault"
    folder.mkdir()
    arguments = ("export", article, "--format", "obsidian", "--output", folder)
    _, first, _ = hamish(*arguments)
    (note,) = folder.iterdir()
    note.write_text(note.read_text(encoding="utf-8") + "\nمن عندي\n", encoding="utf-8")
    status, second, _ = hamish(*arguments)

    assert (status, second) == (0, first)
    assert note.read_text(encoding="utf-8").endswith("\nمن عندي\n")
    assert list(folder.iterdir()) == [note]


def test_a_note_of_the_readers_own_is_left_alone(hamish, article, tmp_path):
    note = tmp_path / "note.md"
    note.write_text("# لي\n", encoding="utf-8")
    status, _, err = hamish("export", article, "--format", "obsidian", "--output", note)

    assert status == 1
    assert "not the note about this article" in err
    assert note.read_text(encoding="utf-8") == "# لي\n"


@pytest.mark.parametrize(("name", "file"), [("pdf", "مقال.pdf"), ("dossier", "ملف.pdf")])
@pytest.mark.usefixtures("qapp")
def test_a_command_writes_pages_without_a_window(hamish, article, tmp_path, name, file):
    status, out, err = hamish("export", article, "--format", name, "--output", tmp_path / file)

    assert (status, out, err) == (0, f"{tmp_path / file}\n", "")
    assert (tmp_path / file).read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("qapp")
def test_pages_that_a_command_writes_speak_the_language_it_was_told(hamish, article, tmp_path):
    import pypdfium2

    hamish("export", article, "--format", "pdf", "--output", tmp_path / "pages.pdf")

    document = pypdfium2.PdfDocument(tmp_path / "pages.pdf")
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "minutes" in text
    assert "minute(s)" not in text


def test_bytes_are_not_put_on_a_terminal(hamish, article):
    status, out, err = hamish("export", article, "--format", "epub")

    assert (status, out) == (1, "")
    assert "--output" in err


def test_names_of_files_are_those_every_system_takes():
    assert file_name('من قال: "نعم/لا"؟ <1>') == "من قال نعم لا ؟ 1"
    assert file_name("CON") == "CON _"
    assert file_name(" ... ") == "article"
    assert len(file_name("س" * 300)) <= 80
    assert len(file_name("👨‍👩‍👧" * 70).encode()) <= 200
    assert unused("a", ".md", {"a.md", "a 2.md"}) == "a 3.md"
