"""What is added to a library together, until the writer gets it."""

from dataclasses import dataclass, field

from reader.store.record_file import RecordFile
from reader.store.writer import Key, OnceWritten


@dataclass(slots=True)
class Batch:
    """Files and records that are to be written and synced together."""

    files: dict[str, OnceWritten] = field(default_factory=dict)
    records: dict[Key, RecordFile] = field(default_factory=dict)

    def give(self, files: dict[str, OnceWritten], records: dict[Key, RecordFile]) -> None:
        """Take more of them."""
        self.files |= files
        for key, file in records.items():
            self.records[key] = self.records[key].merged(file) if key in self.records else file
