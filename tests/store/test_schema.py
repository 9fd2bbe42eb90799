import json
from pathlib import Path

import jsonschema
import pytest

from reader import resources
from reader.annotations.highlight import COLOURS
from reader.articles.article import BlockKind, InlineKind
from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading
from reader.entities.decisions import key_of
from reader.entities.entity import Entity, Kind
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.store.upgrades import FORMATS
from reader.text.spans import Span

NAMES = ((Kind.PERSON, "هند"), (Kind.PERSON, "هند المرّاكشي"), (Kind.PLACE, "مارينا"))
FLAGS = ("tag:", "folder:", "apart:", "form:")


def schema(kind: str) -> dict:
    return json.loads(resources.read_text(f"schema/{kind}.schema.json"))


@pytest.fixture
def written(tmp_path: Path, rich_article) -> dict[str, list[dict]]:
    """The files of a library in which everything was done once, by kind."""
    library = Library(Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache"), post=lambda call: call())
    (addition,) = library.add([Imported(article=rich_article, original=b"x")])
    mark = library.highlighting.add(addition.id, Span(0, 5), "green", "ملاحظة", ["وسم"])
    library.highlighting.change(mark.id, note="أخرى", tags=[])
    library.set_reading([addition.id], Reading.READ)
    library.set_starred([addition.id], starred=True)
    library.set_archived([addition.id], archived=True)
    library.set_source(addition.id, "صحيفة")
    library.decline_source(addition.id)
    library.note_position(addition.id, 3)
    decide_everything(library, addition.id)
    collect_everything(library, addition.id)
    library.delete([addition.id])
    library.flush()
    library.close()
    files = {}
    for path in (tmp_path / "library").rglob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        files.setdefault(document["kind"], []).append(document)
    return files


def collect_everything(library: Library, article: str) -> None:
    """Tag an article, lay it into a case folder with notes, and keep the search that asks most."""
    collecting = library.collecting
    collecting.tag([article], ["أدب"])
    folder = collecting.new_case_folder("مشروع", [article])
    collecting.write_note(folder, "ملاحظات")
    asked = Query(
        words="قمح", reading=Reading.READ, starred=True, archived=False, marked=True, noted=True, tags=("أدب",),
        source="صحيفة", language="ar", keys=("place:مارينا",), year="2024-10", days=7, folder=folder, sort=Sort.TITLE,
        descending=False,
    )  # fmt: skip
    collecting.rename(collecting.keep_search("بحث", asked), "بحث آخر")


def decide_everything(library: Library, article: str) -> None:
    """Make every decision about people and places once."""
    found = [Entity(key=key_of(kind, name), kind=kind, name=name, mentions=()) for kind, name in NAMES]
    deciding = library.deciding
    deciding.rename(article, found[0], "ليان سعد")
    deciding.merge(article, found[1], found[0], "هند")
    deciding.set_apart(article, found[0], ["هند المرّاكشي"], everywhere=True)
    deciding.part(article, found[0])
    deciding.change_kind(article, found[2], Kind.ORGANISATION)
    deciding.hide(article, found[1], everywhere=True)
    deciding.bring_back(article, [found[1].key])
    deciding.set_latin(found[2], "Marina")
    deciding.add(article, "نور الدين", Kind.PERSON, everywhere=True)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_schema_itself_is_sound(kind):
    jsonschema.Draft202012Validator.check_schema(schema(kind))


def test_every_file_that_is_written_keeps_to_its_schema(written):
    assert set(written) == set(FORMATS)
    for kind, documents in written.items():
        for document in documents:
            jsonschema.validate(document, schema(kind))


def test_every_field_that_is_written_is_described(written):
    for kind in ("marks", "states", "decisions", "collections"):
        record = schema(kind)["properties"]["records"]["additionalProperties"]
        described = set(record["properties"]["fields"]["properties"])
        for document in written[kind]:
            for each in document["records"].values():
                assert {name for name in each["fields"] if not name.startswith(FLAGS)} <= described


def test_the_schemas_name_every_value_that_the_code_knows():
    block = schema("article")["$defs"]["block"]["properties"]
    assert set(block["kind"]["enum"]) == set(BlockKind)
    assert set(block["inlines"]["items"]["properties"]["kind"]["enum"]) == set(InlineKind)
    fields = schema("marks")["properties"]["records"]["additionalProperties"]["properties"]["fields"]["properties"]
    assert set(fields["colour"]["allOf"][1]["properties"]["value"]["enum"]) == set(COLOURS)


def test_a_broken_file_does_not_pass():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": 1, "kind": "marks", "article": "f00d", "records": {}}, schema("marks"))
