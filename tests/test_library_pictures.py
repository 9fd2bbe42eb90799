"""Pictures in the library."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reader.articles.article import Article, Block, BlockKind
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction

DATA = b"\x89PNG the bytes of a picture"
NAME = sha256(DATA).hexdigest()
WORDS = Block(id="b1", kind=BlockKind.PARAGRAPH, text="عادت المنارة إلى العمل.", direction=Direction.RTL)
PICTURE = Block(
    id="b2", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image=NAME, extra={"height": 300, "width": 400}
)


def opened(folder: Path) -> Library:
    return Library(Places(folder / "library", folder / "state", folder / "cache"), post=lambda call: call())


def test_a_picture_lies_in_the_library_once_and_is_found_by_its_name(tmp_path):
    library = opened(tmp_path)
    one = Article(title="أ", blocks=(PICTURE, WORDS))
    other = Article(title="ب", blocks=(PICTURE, replace(WORDS, text="مقال آخر.")))
    first, _ = library.add([Imported(article=each, images=(DATA,)) for each in (one, other)])
    library.flush()
    path = library.image(NAME)
    assert path == tmp_path / "library" / "images" / NAME[:2] / NAME
    assert path.read_bytes() == DATA
    library.close()
    library = opened(tmp_path)
    assert library.article(first.id).blocks == (PICTURE, WORDS)
    library.close()


def test_a_name_that_is_none_leads_nowhere(tmp_path):
    library = opened(tmp_path)
    for name in ("", "../../secret", "ab", NAME):
        assert library.image(name) is None
    library.close()


def test_an_article_is_the_same_with_its_pictures_and_without(tmp_path):
    library = opened(tmp_path)
    with_picture, without = Article(title="أ", blocks=(PICTURE, WORDS)), Article(title="أ", blocks=(WORDS,))
    added = library.add([Imported(article=with_picture, images=(DATA,)), Imported(article=without)])
    assert [addition.status for addition in added] == ["added", "duplicate"]
    library.close()
