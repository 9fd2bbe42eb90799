"""Addresses line by line, each with its title behind a bar, as OneTab writes them, or without."""

from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints

IMPORTER = "links 1"


def read(data: bytes, hints: Hints) -> Entries:
    """Return the addresses of a list.

    Raises ReaderError import.empty and import.binary.
    """
    entries, leftovers = [], []
    for line in filter(None, map(str.strip, decode(data, hints.file).text.split("\n"))):
        address, _, title = line.partition(" | ")
        if address.startswith(("http://", "https://")) and " " not in address:
            entries.append(Entry(title=title.strip(), address=address))
        else:
            leftovers.append(line)
    return Entries(IMPORTER, tuple(entries), tuple(leftovers))
