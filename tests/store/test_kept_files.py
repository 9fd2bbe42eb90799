import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.clock import Clock
from reader.store.kept_files import KeptFiles
from reader.store.record_file import RecordFile
from reader.store.records import Record

PATH = "f00d.json"
CLOCK = Clock("here")
CHANGES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["colour", "note"]), st.text()), max_size=12)


def changed(mark: str, name: str, value: str) -> RecordFile:
    stamp = CLOCK.stamp()
    record = Record().with_text(name, value, stamp) if name == "note" else Record().with_value(name, value, stamp)
    return RecordFile("f00d", {mark: record})


@given(CHANGES)
@settings(max_examples=100)
def test_a_file_written_change_by_change_is_the_same_as_one_written_at_once(changes):
    kept, file, data = KeptFiles(), RecordFile("f00d"), None
    for change in changes:
        there = kept.decode(PATH, data, "marks", "f00d") if data else RecordFile("f00d")
        file = there.merged(changed(*change))
        data = kept.encode(PATH, file, "marks")
        assert data == record_file.encode(file, "marks")
        assert kept.decode(PATH, data, "marks", "f00d") == record_file.decode(data, "marks", PATH)


def test_what_another_program_wrote_is_read_anew():
    kept, theirs = KeptFiles(), changed("b", "colour", "green")
    kept.encode(PATH, changed("a", "colour", "blue"), "marks")
    assert kept.decode(PATH, record_file.encode(theirs, "marks"), "marks", "f00d") == theirs
    with pytest.raises(ReaderError, match=r"file\.damaged"):
        kept.decode(PATH, b"{", "marks", "f00d")


def test_files_of_long_ago_are_not_remembered():
    kept = KeptFiles()
    for number in range(40):
        kept.encode(str(number), changed("a", "colour", "blue"), "marks")
    assert len(kept._kept) < 10
