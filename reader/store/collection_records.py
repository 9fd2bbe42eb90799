"""Smart folders and case folders as records, one each, with a random id."""

from collections.abc import Mapping
from os import urandom

from reader.collections.collection import CaseFolder, SmartFolder
from reader.store.edit import Edit
from reader.store.layout import ABOUT_ALL, ID_LENGTH, is_id
from reader.store.record_file import RecordFile
from reader.store.records import Record

KIND = "collections"
SMART, CASE = "smart", "case"
"""What a record's field `what` says."""


def new_id() -> str:
    """Return a random id for a folder."""
    return urandom(ID_LENGTH // 2).hex()


def place_of(folder: str) -> str:
    """Return what stands in an article's place for the record of a folder: its shard."""
    return ABOUT_ALL[int(folder[:2], 16)]


def editing(folder: str, values: Mapping[str, object], texts: Mapping[str, str] | None = None) -> Edit:
    """Return the edit that changes a folder."""
    return Edit(KIND, place_of(folder), folder, values, texts or {})


def folders_in(file: RecordFile) -> list[SmartFolder | CaseFolder]:
    """Return the folders in a file that were not removed, without records of a kind not known here."""
    found = (to_folder(name, record) for name, record in file.records.items() if not record.is_deleted)
    return [folder for folder in found if folder]


def to_folder(name: str, record: Record) -> SmartFolder | CaseFolder | None:
    """Return a record as a folder; None for one that is none, or of which only a part has come so far."""
    title, what = record.value("name"), record.value("what")
    if not isinstance(title, str) or not is_id(name):
        return None
    if what == CASE:
        return CaseFolder(name, title, record.texts("note"), str(record.value("created", default="")))
    asked = record.value("asked")
    return SmartFolder(name, title, asked) if what == SMART and isinstance(asked, dict) else None
