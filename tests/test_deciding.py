"""What the reader decides: kept as records, in force in every article, undone by record, merged between devices."""

import json
from pathlib import Path

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.changes import ArticlesChanged, Change, DecisionsChanged, EntitiesChanged
from reader.entities.deciding import Decided, decide
from reader.entities.decisions import key_of
from reader.entities.entity import Entity, Kind, Mention
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction
from reader.text.search import find
from tests.conftest import opened

NAMES = {"سمير الكيلاني": Kind.PERSON, "أبو رامي": Kind.PERSON, "مارينا": Kind.PLACE}
FIRST = "زار سمير الكيلاني مدينة مارينا، وذكر أبو رامي أنّ الكيلاني غاب عن الميناء."
SECOND = "عاد أبو رامي إلى مارينا، ومعه نور الدين."


@pytest.fixture
def heard(library: Library) -> list[Change]:
    changes: list[Change] = []
    library.on_change(changes.append)
    return changes


def add(library: Library, text: str = FIRST) -> str:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
    return library.add([Imported(article=Article(title=text[:12], blocks=(block,)), original=text.encode())])[0].id


def extracted(text: str) -> tuple[Entity, ...]:
    """Return what an extractor would find: each of NAMES in full, and الكيلاني for the first of them."""
    found = []
    for name, kind in NAMES.items():
        forms = (name, "الكيلاني") if name.endswith("الكيلاني") else (name,)
        spans = sorted(find(text, name, exact=True))
        spans += [
            span
            for form in forms[1:]
            for span in find(text, form, exact=True)
            if not any(span.overlaps(other) for other in spans)
        ]
        mentions = tuple(Mention(span, kind, span.of(text)) for span in sorted(spans))
        if mentions:
            found.append(Entity(key=key_of(kind, name), kind=kind, name=name, mentions=mentions, aliases=forms[1:]))
    return tuple(found)


def seen(library: Library, article: str) -> Decided:
    """Return what the sidebar shows, with everything extracted anew."""
    text = library.article(article).text
    return decide(text, extracted(text), library.deciding.of(article))


def names(library: Library, article: str) -> list[str]:
    return [each.name for each in seen(library, article).entities]


def the(library: Library, article: str, name: str) -> Entity:
    return next(each for each in seen(library, article).entities if each.name == name)


def test_a_new_name_holds_in_articles_that_are_read_later(library):
    first = add(library)
    library.deciding.rename(first, the(library, first, "أبو رامي"), "  سليم   المرّ ")
    second = add(library, SECOND)

    assert "سليم المرّ" in names(library, first)
    assert the(library, second, "سليم المرّ").aliases == ("أبو رامي",)


def test_a_name_can_be_given_back(library):
    first = add(library)
    library.deciding.rename(first, the(library, first, "أبو رامي"), "سليم المرّ")
    library.deciding.rename(first, the(library, first, "سليم المرّ"), "أبو رامي")

    assert the(library, first, "أبو رامي").key == "person:ابو رامي"


def test_the_name_of_another_makes_both_one(library):
    first = add(library)
    library.deciding.rename(first, the(library, first, "أبو رامي"), "سمير الكيلاني")

    assert names(library, first) == ["سمير الكيلاني", "مارينا"]
    assert "أبو رامي" in the(library, first, "سمير الكيلاني").aliases


def test_an_empty_name_is_refused(library):
    first = add(library)
    with pytest.raises(ReaderError, match=r"entity\.no_name"):
        library.deciding.rename(first, the(library, first, "مارينا"), " ـ ")


def test_two_that_are_merged_are_one_in_other_articles_too_and_told_apart_again(library):
    first, second = add(library), add(library, SECOND)
    both = the(library, first, "أبو رامي"), the(library, first, "سمير الكيلاني")
    library.deciding.merge(first, *both, "سمير الكيلاني")
    assert names(library, second) == ["سمير الكيلاني", "مارينا"]

    library.deciding.set_apart(second, the(library, second, "سمير الكيلاني"), ["أبو رامي"], everywhere=True)
    assert names(library, second) == ["أبو رامي", "مارينا"]
    assert sorted(names(library, first)) == sorted(NAMES)


def test_two_that_are_merged_in_one_article_stay_two_in_the_others(library):
    first, second = add(library), add(library, SECOND)
    both = the(library, first, "أبو رامي"), the(library, first, "سمير الكيلاني")
    library.deciding.merge(first, *both, "سمير الكيلاني", everywhere=False)

    assert "أبو رامي" not in names(library, first)
    assert "أبو رامي" in names(library, second)


def test_what_is_merged_everywhere_can_be_told_apart_in_one_article(library):
    first, second = add(library), add(library, SECOND)
    both = the(library, first, "أبو رامي"), the(library, first, "سمير الكيلاني")
    library.deciding.merge(first, *both, "سمير الكيلاني")
    library.deciding.set_apart(first, the(library, first, "سمير الكيلاني"), ["أبو رامي"], everywhere=False)

    assert "أبو رامي" in names(library, first)
    assert "أبو رامي" not in names(library, second)


def test_a_part_of_a_name_that_means_another_is_told_apart(library):
    first = add(library)
    library.deciding.set_apart(first, the(library, first, "سمير الكيلاني"), ["الكيلاني"], everywhere=False)

    assert the(library, first, "الكيلاني").key == "person:الكيلاني"
    assert the(library, first, "سمير الكيلاني").aliases == ()


def test_a_namesake_can_be_renamed_without_the_other(library):
    first, second = add(library), add(library, SECOND)
    library.deciding.part(first, the(library, first, "أبو رامي"))
    assert the(library, first, "أبو رامي").key != the(library, second, "أبو رامي").key

    library.deciding.rename(first, the(library, first, "أبو رامي"), "وائل سعد")
    assert "وائل سعد" in names(library, first)
    assert "أبو رامي" in names(library, second)


def test_another_kind_holds_everywhere_and_can_be_taken_back(library):
    first, second = add(library), add(library, SECOND)
    library.deciding.change_kind(first, the(library, first, "مارينا"), Kind.ORGANISATION)
    assert the(library, second, "مارينا").kind is Kind.ORGANISATION

    library.deciding.change_kind(second, the(library, second, "مارينا"), Kind.PLACE)
    assert the(library, first, "مارينا").key == "place:مارينا"


@pytest.mark.parametrize("everywhere", [False, True])
def test_what_is_hidden_here_or_everywhere_can_be_brought_back(library, everywhere):
    first, second = add(library), add(library, SECOND)
    marina = the(library, first, "مارينا")
    library.deciding.hide(first, marina, everywhere=everywhere)
    assert "مارينا" not in names(library, first)
    assert ("مارينا" in names(library, second)) is not everywhere
    assert [(each.entity.name, each.is_everywhere) for each in seen(library, first).hidden] == [("مارينا", everywhere)]

    library.deciding.bring_back(first, [marina.key])
    assert "مارينا" in names(library, first)
    assert "مارينا" in names(library, second)


def test_a_latin_spelling_is_remembered_under_every_name(library):
    first, second = add(library), add(library, SECOND)
    library.deciding.set_latin(the(library, first, "أبو رامي"), " Abu  Rami ")
    assert the(library, second, "أبو رامي").latin == "Abu Rami"

    library.deciding.rename(second, the(library, second, "أبو رامي"), "سليم المرّ")
    assert the(library, first, "سليم المرّ").latin == "Abu Rami"


def test_an_added_name_is_found_in_this_article_or_in_all(library):
    first, second = add(library, SECOND), add(library, f"{FIRST} وحضر نور الدين.")
    library.deciding.add(first, "نور الدين", Kind.PERSON, everywhere=False)
    assert "نور الدين" in names(library, first)
    assert "نور الدين" not in names(library, second)

    library.deciding.add(first, "نور الدين", Kind.PERSON, name="نور الدين سعد", everywhere=True)
    assert "نور الدين سعد" in names(library, second)


def test_what_was_hidden_is_shown_again_when_it_is_added(library):
    first = add(library)
    library.deciding.hide(first, the(library, first, "مارينا"), everywhere=True)
    library.deciding.add(first, "مارينا", Kind.PLACE, everywhere=False)

    assert "مارينا" in names(library, first)


def every_decision(library: Library, article: str) -> None:
    """Decide everything that can be decided, once."""
    deciding = library.deciding
    deciding.set_apart(article, the(library, article, "سمير الكيلاني"), ["الكيلاني"], everywhere=False)
    deciding.rename(article, the(library, article, "أبو رامي"), "سليم المرّ")
    both = the(library, article, "الكيلاني"), the(library, article, "سليم المرّ")
    deciding.merge(article, *both, "سليم المرّ")
    deciding.set_apart(article, the(library, article, "سليم المرّ"), ["أبو رامي"], everywhere=True)
    deciding.part(article, the(library, article, "سمير الكيلاني"))
    deciding.change_kind(article, the(library, article, "مارينا"), Kind.ORGANISATION)
    deciding.set_latin(the(library, article, "مارينا"), "Marina")
    deciding.add(article, "الميناء", Kind.PLACE, everywhere=True)
    deciding.hide(article, the(library, article, "الميناء"), everywhere=False)
    deciding.bring_back(article, ["place:الميناء"])
    deciding.hide(article, the(library, article, "الميناء"), everywhere=True)


def test_every_decision_is_one_step_that_is_taken_back_and_done_again(library):
    article = add(library)
    states = [seen(library, article)]
    heard: list[Decided] = []
    library.on_change(lambda change: heard.append(seen(library, article)))
    every_decision(library, article)
    for after in heard:
        if after != states[-1]:
            states.append(after)

    assert len(states) == 1 + 11
    for before in reversed(states[:-1]):
        assert library.undo().startswith("undo.entity_")
        assert seen(library, article) == before
    for after in states[1:]:
        assert library.redo().startswith("undo.entity_")
        assert seen(library, article) == after


def test_a_decision_is_announced_for_its_article_or_for_all(library, heard):
    first = add(library)
    marina = the(library, first, "مارينا")
    heard.clear()
    library.deciding.hide(first, marina, everywhere=False)
    assert EntitiesChanged(first) in heard
    assert DecisionsChanged() not in heard

    heard.clear()
    library.deciding.hide(first, marina, everywhere=True)
    assert heard.count(DecisionsChanged()) == 1
    assert not [each for each in heard if isinstance(each, (EntitiesChanged, ArticlesChanged))]


def test_decisions_are_there_when_the_library_is_opened_again(library, places):
    article = add(library)
    every_decision(library, article)
    library.flush()
    again = opened(places)

    assert seen(again, article) == seen(library, article)
    again.close()


def test_another_process_decides_and_this_one_sees_it(library, places, heard):
    first = add(library)
    library.flush()
    library.catch_up()
    assert names(library, first)  # what was decided so far is in memory
    other = opened(places)
    other.deciding.rename(first, the(other, first, "أبو رامي"), "سليم المرّ")
    other.deciding.hide(first, the(other, first, "مارينا"), everywhere=False)
    other.flush()
    other.close()
    heard.clear()
    library.catch_up()

    assert DecisionsChanged() in heard
    assert EntitiesChanged(first) in heard
    assert sorted(names(library, first)) == ["سليم المرّ", "سمير الكيلاني"]


def test_undo_leaves_alone_what_another_device_decided_meanwhile(library, places):
    first = add(library)
    library.deciding.rename(first, the(library, first, "أبو رامي"), "سليم المرّ")
    library.flush()
    other = opened(places)
    other.deciding.set_latin(the(other, first, "سليم المرّ"), "Salim")
    other.deciding.rename(first, the(other, first, "سمير الكيلاني"), "سمير بن كريم")
    other.flush()
    other.close()
    library.catch_up()
    library.undo()

    assert sorted(names(library, first)) == sorted(["أبو رامي", "سمير بن كريم", "مارينا"])


def test_two_devices_that_decide_apart_end_with_the_same(tmp_path: Path):
    devices = [
        Places(tmp_path / name / "library", tmp_path / name / "state", tmp_path / name / "cache") for name in "ab"
    ]
    one, other = map(opened, devices)
    article = add(one)
    assert add(other) == article
    one.deciding.rename(article, the(one, article, "أبو رامي"), "سليم المرّ")
    other.deciding.set_latin(the(other, article, "أبو رامي"), "Abu Rami")
    other.deciding.hide(article, the(other, article, "مارينا"), everywhere=False)
    for library in (one, other):
        library.flush()
    for path in sorted((devices[1].library / "decisions").rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for target, source in ((one, other), (other, one)):
            name = document["article"]
            target._store.edit("decisions", {name: source._store.records("decisions", name).records})
    for library in (one, other):
        library.flush()
    found = seen(one, article)

    assert seen(other, article).entities[0].latin in ("", "Abu Rami")
    assert next(each for each in found.entities if each.name == "سليم المرّ").latin == "Abu Rami"
    assert [each.entity.name for each in found.hidden] == ["مارينا"]
    one.close()
    other.close()


def test_a_decision_of_a_later_version_is_kept_and_does_no_harm(library, places):
    first = add(library)
    library.deciding.rename(first, the(library, first, "أبو رامي"), "سليم المرّ")
    library.flush()
    (path,) = [
        each
        for each in (places.library / "decisions").rglob("*.json")
        if "person:ابو رامي" in each.read_text(encoding="utf-8")
    ]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"person:سليم المر"', '"ship:سليم المر"'), encoding="utf-8")
    again = opened(places)

    assert "أبو رامي" in names(again, first)
    again.deciding.set_latin(the(again, first, "أبو رامي"), "Abu Rami")
    again.flush()
    again.close()
    assert "ship:سليم المر" in path.read_text(encoding="utf-8")


def test_a_decision_writes_only_its_own_shard_of_all(library, places):
    article = add(library)
    entities = [Entity(key=f"person:اسم {n}", kind=Kind.PERSON, name=f"اسم {n}", mentions=()) for n in range(60)]
    for entity in entities:
        library.deciding.set_latin(entity, "Name")
    library.flush()
    files = list((places.library / "decisions").rglob("*.json"))

    assert len(library.deciding.of(article).everywhere) == 60
    assert 40 < len(files) <= 60
    assert max(len(json.loads(path.read_text(encoding="utf-8"))["records"]) for path in files) < 10


def test_extracting_again_with_other_results_undoes_no_decision(library):
    first = add(library)
    version, text = library.version(first), library.article(first).text
    every_decision(library, first)
    before = seen(library, first)
    for tagger, found in (("1", extracted(text)), ("2", ()), ("3", extracted(text))):
        library.keep_mentions(first, version, tagger, tuple(each for one in found for each in one.mentions))

    assert library.kept_mentions(first, version, "3") is not None
    assert seen(library, first) == before
    assert not any("decision" in str(path) for path in library.places.cache.rglob("*"))


def test_a_decision_needs_no_extraction_at_all(library):
    first = add(library)
    unseen = Entity(key="person:ليان سعد", kind=Kind.PERSON, name="ليان سعد", mentions=())
    library.deciding.rename(first, unseen, "ليان المرّ")

    assert library.deciding.of(first).root("person:ليان سعد") == key_of(Kind.PERSON, "ليان المرّ")
