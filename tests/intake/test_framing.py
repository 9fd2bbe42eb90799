from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.intake.importing import Importer, Outcome
from tests.intake.drawn import png

SAID = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم بعد اثني عشر عامًا من الانقطاع، وفرح أهل الحيّ بالضوء."
FRAMES = """<html><head><title>المرفأ</title></head><frameset cols="20%,*"><frame src="menu.htm"><frame src='{}'>
<noframes><body>لا إطارات هنا</body></noframes></frameset></html>"""
MENU = '<html><body><a href="1.htm">الرئيسية</a></body></html>'
MAIN = f'<html><head><title>المنارة</title></head><body><h1>المنارة</h1><img src="l.png"><p>{SAID}</p></body></html>'


def saved(folder: Path, main: str = "pages/main%20one.htm", markup: str = FRAMES) -> Path:
    (folder / "pages").mkdir(parents=True)
    (folder / "menu.htm").write_text(MENU)
    (folder / "pages" / "main one.htm").write_text(MAIN)
    (folder / "pages" / "l.png").write_bytes(png(120, 90))
    page = folder / "index.htm"
    page.write_text(markup.format(main))
    return page


def read(importer: Importer, page: Path) -> Outcome:
    (outcome,) = importer.read_paths([page])
    return outcome


def test_the_article_of_a_frameset_is_that_of_the_frame_that_says_most(importer, tmp_path):
    page = saved(tmp_path)
    (found,) = read(importer, page).imported
    assert [block.text for block in found.article.blocks] == ["المنارة", "", SAID]
    assert found.images == (png(120, 90),)
    assert found.original == MAIN.encode()


def test_the_words_round_a_frame_are_left_over(importer, tmp_path):
    page = saved(tmp_path, markup="<html><body><p>أهلا بكم</p><iframe src='{}'></iframe></body></html>")
    (found,) = read(importer, page).imported
    assert found.article.title == "المنارة"
    assert found.leftovers == ("أهلا بكم",)


def test_a_page_that_says_enough_itself_keeps_its_own_words(importer, tmp_path):
    page = saved(tmp_path, markup=f"<html><body><h1>البحر</h1><p>{SAID}</p><iframe src='{{}}'></iframe></body></html>")
    assert read(importer, page).imported[0].article.title == "البحر"


@pytest.mark.parametrize(
    "main", ["../out.htm", "/etc/hostname", "https://marfa.example/1.htm", "index.htm", "gone.htm"]
)
def test_frames_outside_of_the_folder_or_not_saved_are_not_looked_for(importer, tmp_path, main):
    (tmp_path / "out.htm").write_text(MAIN)
    page = saved(tmp_path / "in", main)
    outcome = read(importer, page)
    assert "المنارة" not in {one.article.title for one in outcome.imported}


def test_frames_that_lead_to_each_other_come_to_an_end(importer, tmp_path):
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{one}.htm").write_text(f"<html><frameset><frame src={other}.htm></frameset></html>")
    assert not read(importer, tmp_path / "a.htm").imported


def test_an_article_in_a_frame_that_says_no_title_has_that_of_the_page_round_it(importer, tmp_path):
    page = saved(tmp_path)
    (tmp_path / "pages" / "main one.htm").write_text(f"<html><body><p>{SAID}</p></body></html>")
    (found,) = read(importer, page).imported
    assert found.article.title == "المرفأ"
    assert [block.text for block in found.article.blocks] == ["المرفأ", SAID]


def test_frames_are_read_in_a_zip_file_as_in_a_folder(importer, tmp_path):
    page = saved(tmp_path)
    with ZipFile(tmp_path / "saved.zip", "w") as archive:
        for file in (page, tmp_path / "menu.htm", *(tmp_path / "pages").iterdir()):
            archive.write(file, f"page/{file.relative_to(tmp_path).as_posix()}")
    outcomes = {outcome.path.name: outcome for outcome in importer.read_paths([tmp_path / "saved.zip"])}
    (found,) = outcomes["index.htm"].imported
    assert [block.text for block in found.article.blocks] == ["المنارة", "", SAID]
    assert found.images == (png(120, 90),)
    assert found.original == MAIN.encode()
