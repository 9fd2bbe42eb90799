"""Files of records as they were written last, so that each change of one among many is not a reading of all."""

from collections import OrderedDict
from dataclasses import dataclass

from reader.store import record_file
from reader.store.json_file import Written
from reader.store.record_file import RecordFile
from reader.store.records import Record

KEPT = 4
"""How many files are remembered: a reader marks one article at a time."""


@dataclass(frozen=True, slots=True)
class _Kept:
    data: bytes
    file: RecordFile
    parts: dict[int, tuple[Record, Written]]


class KeptFiles:
    """Decodes and encodes as record_file does, in a fraction of the time where most of a file is as it was."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    def decode(self, path: str, data: bytes, kind: str, article: str) -> RecordFile:
        """Return the records in a file's bytes. Raises what record_file.decode does."""
        kept = self._kept.get(path)
        is_same = kept is not None and kept.data == data
        return kept.file if kept and is_same else record_file.decode(data, kind, path, article)

    def encode(self, path: str, file: RecordFile, kind: str) -> bytes:
        """Return the bytes of a file that is about to be written; whether it comes to that makes no difference."""
        before = self._kept[path].parts if path in self._kept else {}
        parts: dict[int, tuple[Record, Written]] = {}

        def part(record: Record) -> Written:
            # By identity, to compare no records; the parts hold theirs, so that no other can have it meanwhile.
            key = id(record)
            parts[key] = before.get(key) or (record, record_file.part(record))
            return parts[key][1]

        data = record_file.encode_with(file, kind, part)
        self._kept[path] = _Kept(data, file, parts)
        self._kept.move_to_end(path)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return data
