"""What can still be read of a damaged file of records: those that stand before the damage."""

import json
import re

from reader.errors import ReaderError
from reader.store import json_file, record_file, upgrades
from reader.store.record_file import RecordFile
from reader.store.records import Record

_RECORDS = re.compile(r'"records"\s*:\s*\{')
_NEXT = re.compile(r'\s*,?\s*(?=")')
_COLON = re.compile(r"\s*:\s*")


def salvage(data: bytes, kind: str, article: str) -> RecordFile:
    """Return the whole records at the beginning of a file that was cut off or overwritten further on."""
    text = data.decode("utf-8", "replace")
    begin = _RECORDS.search(text)
    records: dict[str, object] = {}
    at = begin.end() if begin else len(text)
    decoder = json.JSONDecoder()
    try:
        while found := _NEXT.match(text, at):
            name, at = decoder.raw_decode(text, found.end())
            colon = _COLON.match(text, at)
            if colon is None:
                break
            record, at = decoder.raw_decode(text, colon.end())
            if "\ufffd" not in json.dumps(record, ensure_ascii=False):
                records[name] = record
    except ValueError:
        pass  # here the damage begins
    return RecordFile(article, _decoded(records, kind, article))


def _decoded(records: dict[str, object], kind: str, article: str) -> dict[str, Record]:
    """Return the records that are sound, each judged by itself."""
    sound: dict[str, Record] = {}
    for name, record in records.items():
        document = {"format": upgrades.FORMATS[kind], "kind": kind, "article": article, "records": {name: record}}
        try:
            sound |= record_file.decode(json_file.encode(document), kind, "").records
        except ReaderError:
            continue
    return sound
