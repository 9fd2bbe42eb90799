import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.across import AROUND, passages
from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.names import Names, Surveyed
from reader.entities.entity import Entity, Kind, Mention
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction
from reader.text.spans import Span

NAMES = ((Kind.PERSON, "ماكرون"), (Kind.PLACE, "القاهرة"), (Kind.PLACE, "بيروت"))
TEXTS = (
    "زار الرئيس الفرنسي إيمانويل ماكرون القاهرة أمس. وقال ماكرون إنّ القاهرة مدينة جميلة.",
    "وصل إيمانويل ماكرون إلى بيروت، ثم عاد إلى القاهرة.",
    "زار وفد تجاري مدينة بيروت أمس.",
)


def article(*lines: str) -> Article:
    blocks = tuple(
        Block(id=f"b{number}", kind=BlockKind.PARAGRAPH, text=line, direction=Direction.RTL)
        for number, line in enumerate(lines)
    )
    return Article(title=lines[0][:20], blocks=blocks, language="ar")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library whose names are known, whatever a tagger would find."""
    places = Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")
    library = Library(places, lambda call: call())
    added = library.add([Imported(article=article(text), original=text.encode()) for text in TEXTS])
    library.flush()
    names = Names(places.names)
    names.put(
        [
            Surveyed(each.id, library.version(each.id), "", tuple(entities_of(text)))
            for each, text in zip(added, TEXTS, strict=True)
        ]
    )
    names.close()
    yield library
    library.close()


def entities_of(text: str) -> Iterator[Entity]:
    for kind, name in NAMES:
        found = [Span(match.start(), match.end()) for match in re.finditer(name, text)]
        if found:
            mentions = tuple(Mention(span, kind, name) for span in found)
            yield Entity(key=f"{kind}:{name}", kind=kind, name=name, mentions=mentions)


def test_a_place_is_found_in_all_articles_with_its_passages(library):
    found = library.across().appearances("place:القاهرة")
    assert (found.kind, found.name) == (Kind.PLACE, "القاهرة")
    assert (found.articles, found.looked_through, found.total) == (2, 3, 3)
    for each in found.shown:
        text = library.article(each.article).text
        for passage in each.passages:
            assert passage.span.of(text) == passage.at.of(passage.text) == "القاهرة"
    assert {each.mentions for each in found.shown} == {1, 2}


def test_who_is_mentioned_together_with_whom_is_counted(library):
    beside = library.across().appearances("place:القاهرة").companions
    assert [(each.name, each.kind, each.articles) for each in beside] == [
        ("ماكرون", Kind.PERSON, 2),
        ("بيروت", Kind.PLACE, 1),
    ]


def test_an_article_in_the_trash_is_nowhere_to_be_seen(library):
    key = "place:القاهرة"
    trashed = library.across().appearances(key).shown[0].article
    library.delete([trashed])
    found = library.across().appearances(key)
    assert found.articles == 1
    assert trashed not in {each.article for each in found.shown}


def test_nobody_is_no_error(library):
    found = library.across().appearances("person:لا أحد")
    assert (found.articles, found.shown, found.companions) == (0, (), ())


@given(st.lists(st.text("ابت ث", min_size=1, max_size=120), min_size=1, max_size=4), st.data())
def test_an_excerpt_holds_its_mention_and_ends_with_its_paragraph(lines, data):
    made = article(*lines)
    start = data.draw(st.integers(0, len(made.text) - 1))
    end = data.draw(st.integers(start + 1, min(len(made.text), start + 15)))
    span = Span(start, end)
    if "\n" in span.of(made.text):
        return
    (passage,) = passages(made, (span,))
    assert passage.at.of(passage.text) == span.of(made.text)
    assert "\n" not in passage.text
    assert len(passage.text) <= 2 * AROUND + len(span) + 4


def test_two_mentions_side_by_side_share_an_excerpt():
    made = article("قال أحمد ثم عاد أحمد")
    assert len(list(passages(made, (Span(4, 8), Span(16, 20))))) == 1
