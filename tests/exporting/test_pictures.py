"""Pictures beside files that can hold none."""

from dataclasses import replace

import pytest

from reader.exporting import markdown, obsidian
from reader.exporting.exported import Content
from reader.exporting.formats import FORMATS
from reader.exporting.pictures import with_pictures
from reader.intake.formats.markdown import document as reading
from reader.intake.hints import Hints
from tests.exporting.conftest import IMAGE


@pytest.mark.parametrize("make", [markdown.make, obsidian.make])
def test_an_article_names_its_pictures_where_they_stand(exported, tmp_path, make):
    (known,), files = with_pictures([exported], tmp_path / "مقال (1).md", "{stem}_files")

    (file,) = files
    assert file == tmp_path / "مقال (1)_files" / f"{IMAGE[:16]}.png"
    assert files[file] == exported.images[IMAGE].read_bytes()
    made = make([known], Content.ARTICLE)
    assert f"![](مقال%20%281%29_files/{IMAGE[:16]}.png)\n\n*الجسر عند الغروب*" in made


def test_what_is_there_already_is_not_written_again(exported, tmp_path):
    _, files = with_pictures([exported], tmp_path / "a.md", "attachments")
    (file,) = files
    file.parent.mkdir()
    file.write_bytes(b"changed by hand")

    (known,), files = with_pictures([exported], tmp_path / "b.md", "attachments")
    assert not files
    assert known.beside == {IMAGE: f"attachments/{IMAGE[:16]}.png"}


def test_a_picture_that_is_none_is_left_out(exported, tmp_path):
    exported.images[IMAGE].write_bytes(b"<script>")
    (known,), files = with_pictures([exported], tmp_path / "a.md", "attachments")
    assert not files
    assert "![" not in markdown.make([known], Content.ARTICLE)


def test_our_own_reader_makes_no_words_of_a_picture(exported, tmp_path):
    (known,), _ = with_pictures([replace(exported, highlights=())], tmp_path / "مقال.md", "{stem}_files")
    (plain,) = reading.read(markdown.make([exported], Content.ARTICLE).encode(), Hints(file="a.md"))
    (again,) = reading.read(markdown.make([known], Content.ARTICLE).encode(), Hints(file="a.md"))
    assert again.article.text == plain.article.text


def test_every_format_holds_its_pictures_or_has_a_folder_for_them():
    without = {"text", "pdf", "dossier-pdf", "html", "epub", "dossier", "hamish"}  # all but the first hold them inside
    for each in FORMATS.values():
        holds_whole_articles = Content.BOTH in each.contents
        assert bool(each.pictures) == (holds_whole_articles and each.name not in without)
