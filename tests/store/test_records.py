import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.store.clock import Clock
from reader.store.record_file import RecordFile, decode, encode
from reader.store.records import Record, Register, merge_documents

NAMES = st.sampled_from(["colour", "deleted", "tag:علوم", "note"])
WORDS = st.sampled_from(["", "أخضر", "أصفر", "ملاحظة", "x"])
EDITS = st.lists(st.tuples(st.sampled_from(["m1", "m2"]), NAMES, WORDS), max_size=6)


def device(name: str) -> Clock:
    return Clock(name, lambda: datetime(2026, 1, 1, tzinfo=UTC))


def edited(records: dict[str, Record], edits: list[tuple[str, str, str]], clock: Clock) -> dict[str, Record]:
    records = dict(records)
    for record, name, value in edits:
        before = records.get(record, Record())
        write = before.with_text if name == "note" else before.with_value
        records[record] = write(name, value, clock.stamp())
    return records


def three_devices(edits: list[list[tuple[str, str, str]]]) -> list[dict[str, Record]]:
    """One device begins; the others go on from what it wrote, each on its own."""
    first = edited({}, edits[0], device("a"))
    clocks = [device("b"), device("c")]
    for clock in clocks:
        for record in first.values():
            for each in record.fields.values():
                clock.observe(each.stamp)
    return [first, *(edited(first, each, clock) for each, clock in zip(edits[1:], clocks, strict=True))]


def as_bytes(records: dict[str, Record]) -> bytes:
    return encode(RecordFile("f00d", records), "marks")


@given(st.lists(EDITS, min_size=3, max_size=3))
def test_merging_gives_the_same_bytes_in_any_order_and_any_number_of_times(edits):
    one, two, three = three_devices(edits)
    together = as_bytes(merge_documents(merge_documents(one, two), three))

    assert as_bytes(merge_documents(one, merge_documents(two, three))) == together
    assert as_bytes(merge_documents(merge_documents(three, one), two)) == together
    assert as_bytes(merge_documents(merge_documents(two, three), merge_documents(three, one))) == together


@given(st.lists(EDITS, min_size=3, max_size=3))
def test_what_was_merged_reads_back_from_disk_as_it_was(edits):
    one, two, three = three_devices(edits)
    merged = merge_documents(merge_documents(one, two), three)

    assert decode(as_bytes(merged), "marks", "x.json").records == merged


def test_two_notes_written_at_the_same_time_are_both_kept():
    start = {"m": Record().with_text("note", "أولى", device("a").stamp())}
    one = edited(start, [("m", "note", "من الحاسوب")], device("b"))
    two = edited(start, [("m", "note", "من الهاتف")], device("c"))

    assert set(merge_documents(one, two)["m"].value("note")) == {"من الحاسوب", "من الهاتف"}


def test_editing_after_a_merge_makes_one_note_of_two():
    one = {"m": Record().with_text("note", "من الحاسوب", device("b").stamp())}
    two = {"m": Record().with_text("note", "من الهاتف", device("c").stamp())}
    merged = merge_documents(one, two)
    mended = {"m": merged["m"].with_text("note", "واحدة", device("d").stamp())}

    assert merge_documents(mended, two)["m"].value("note") == ("واحدة",)


def test_a_note_that_was_replaced_does_not_come_back_from_an_older_copy():
    clock = device("a")
    old = {"m": Record().with_text("note", "قديمة", clock.stamp())}
    new = edited(old, [("m", "note", "جديدة")], clock)

    assert merge_documents(new, old)["m"].value("note") == ("جديدة",)


def test_what_was_deleted_stays_deleted_when_an_older_copy_arrives():
    clock = device("a")
    old = {"m": Record().with_value("deleted", value=False, stamp=clock.stamp())}
    new = {"m": old["m"].with_value("deleted", value=True, stamp=clock.stamp())}

    assert merge_documents(new, old)["m"].value("deleted") is True


def test_tags_added_on_two_devices_are_both_there():
    one = {"m": Record().with_value("tag:تاريخ", value=True, stamp=device("a").stamp())}
    two = {"m": Record().with_value("tag:أدب", value=True, stamp=device("b").stamp())}

    assert set(merge_documents(one, two)["m"].fields) == {"tag:تاريخ", "tag:أدب"}


def test_what_a_newer_version_wrote_beside_our_fields_survives_reading_merging_and_writing():
    data = (
        b'{"format": 1, "kind": "marks", "article": "f00d", "later": [1], "records": {"m": {"shape": "round",'
        b' "fields": {"colour": {"value": "green", "stamp": "2026-01-01T00:00:00.000Z/0000/a", "why": "x"}}}}}'
    )
    file = decode(data, "marks", "x.json")
    mine = RecordFile("f00d", {"m": Record({"tag:أدب": Register(True, "2026-01-01T00:00:00.000Z/0001/b")})})
    after = decode(encode(file.merged(mine), "marks"), "marks", "x.json")

    assert after.extra == {"later": [1]}
    assert after.records["m"].extra == {"shape": "round"}
    assert after.records["m"].fields["colour"].extra == {"why": "x"}


@given(st.dictionaries(st.text(), st.text() | st.booleans() | st.integers() | st.none(), max_size=4))
def test_records_lie_on_disk_as_json_writes_them(values):
    file = RecordFile("f00d", {"m": Record({name: Register(value, "now") for name, value in values.items()})})
    fields = {name: {"value": values[name], "stamp": "now"} for name in sorted(values)}
    document = {"format": 1, "kind": "marks", "article": "f00d", "records": {"m": {"fields": fields}}}
    expected = json.dumps(document, indent=2, ensure_ascii=False)
    assert encode(file, "marks").decode() == f"{expected}\n"
