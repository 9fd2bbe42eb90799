"""How the reader keeps articles together: tags, smart folders and case folders, each change one step of undo."""

from collections.abc import Callable, Sequence

from reader.catalogue.query import Query
from reader.catalogue.saved import from_plain, to_plain
from reader.collections.collection import CaseFolder, SmartFolder
from reader.errors import ReaderError
from reader.store import collection_records, source_records
from reader.store.collection_records import CASE, KIND, SMART, editing
from reader.store.edit import Edit
from reader.store.layout import ABOUT_ALL
from reader.store.mark_records import TAG, clean_tags
from reader.store.record_file import RecordFile
from reader.store.state_records import FOLDER, STATE
from reader.store.store import Store
from reader.text.folding import sort_key

Records = Callable[[str, str], RecordFile]
"""Returns the records of a kind as they are now, empty ones for those that cannot be read."""

Apply = Callable[[Sequence[Edit], str], None]
"""Makes edits as one step of undo, whose message key is given."""


class Collecting:
    """Turns what the reader puts together into records. Methods are called on the library's thread.

    A tag and a place in a case folder are fields of an article's state, so that what two devices give one article
    meets there; they are announced as ArticlesChanged. Folders themselves are announced as CollectionsChanged.
    """

    def __init__(self, store: Store, records: Records, apply: Apply) -> None:
        self._store, self._records, self._apply = store, records, apply
        self._decoded: dict[str, tuple[RecordFile, list[SmartFolder | CaseFolder]]] = {}

    def tag(self, articles: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give articles tags and take others away. Raises ReaderError article.missing."""
        values = dict.fromkeys((TAG + tag for tag in remove), False) | dict.fromkeys(
            (TAG + tag for tag in clean_tags(add)), True
        )
        self._label(articles, values, "undo.article_tagged")

    def turn_source(self, source: str, direction: str, article: str, own: str) -> None:
        """Let all articles of a source run rtl or ltr, whatever their letters say; nothing takes that back.

        In the same step one of them is given a direction of its `own`, or none.
        """
        edits = [source_records.turning(source, direction), Edit("states", article, STATE, {"direction": own})]
        self._apply(edits, "undo.direction_set")

    def smart_folders(self) -> list[SmartFolder]:
        """Return the searches that are kept, by name."""
        return [each for each in self._folders() if isinstance(each, SmartFolder)]

    def case_folders(self) -> list[CaseFolder]:
        """Return the case folders, by name."""
        return [each for each in self._folders() if isinstance(each, CaseFolder)]

    def case_folder(self, folder: str) -> CaseFolder | None:
        """Return a case folder, None for one that is not there or was removed."""
        return next((each for each in self.case_folders() if each.id == folder), None)

    def query_of(self, folder: SmartFolder) -> Query:
        """Return what a smart folder asks."""
        return from_plain(folder.asked)

    def keep_search(self, name: str, query: Query) -> str:
        """Keep a query under a name; return the smart folder's id. Raises ReaderError collection.no_name."""
        values = {"what": SMART, "name": _clean(name), "asked": to_plain(query), "deleted": False}
        return self._make(values, "undo.search_kept")

    def change_search(self, folder: str, query: Query) -> None:
        """Have a smart folder ask something else."""
        self._apply([editing(folder, {"asked": to_plain(query)})], "undo.search_kept")

    def new_case_folder(self, name: str, articles: Sequence[str] = ()) -> str:
        """Make a case folder with articles in it; return its id.

        Raises ReaderError collection.no_name, or article.missing.
        """
        created = self._store.clock.now()
        values = {"what": CASE, "name": _clean(name), "created": created, "deleted": False}
        folder = collection_records.new_id()
        inside = self._labelling(articles, {FOLDER + folder: True})
        self._apply([editing(folder, values), *inside], "undo.folder_made")
        return folder

    def put_in(self, folder: str, articles: Sequence[str]) -> None:
        """Lay articles into a case folder. Raises ReaderError article.missing."""
        self._label(articles, {FOLDER + folder: True}, "undo.folder_filled")

    def take_out(self, folder: str, articles: Sequence[str]) -> None:
        """Take articles out of a case folder. Raises ReaderError article.missing."""
        self._label(articles, {FOLDER + folder: False}, "undo.folder_emptied")

    def write_note(self, folder: str, note: str) -> None:
        """Write a case folder's page of notes anew."""
        self._apply([editing(folder, {}, {"note": note})], "undo.folder_note")

    def rename(self, folder: str, name: str) -> None:
        """Give a folder another name. Raises ReaderError collection.no_name."""
        self._apply([editing(folder, {"name": _clean(name)})], "undo.folder_renamed")

    def remove(self, folder: str) -> None:
        """Remove a smart folder or a case folder with its notes; the articles stay."""
        self._apply([editing(folder, {"deleted": True})], "undo.folder_removed")

    def _make(self, values: dict[str, object], words: str) -> str:
        folder = collection_records.new_id()
        self._apply([editing(folder, values)], words)
        return folder

    def _label(self, articles: Sequence[str], values: dict[str, bool], words: str) -> None:
        self._apply(self._labelling(articles, values), words)

    def _labelling(self, articles: Sequence[str], values: dict[str, bool]) -> list[Edit]:
        """Return the edits that set flags of articles; one that was never set is not unset."""
        edits = []
        for article in articles:
            if not self._store.has(article):
                raise ReaderError("article.missing", id=article)
            record = self._records("states", article).records.get(STATE)
            changed = {
                name: on
                for name, on in values.items()
                if on != bool(record is not None and record.value(name, default=False))
            }
            if changed:
                edits.append(Edit("states", article, STATE, changed))
        return edits

    def _folders(self) -> list[SmartFolder | CaseFolder]:
        found: list[SmartFolder | CaseFolder] = []
        for shard in ABOUT_ALL:
            file = self._records(KIND, shard)
            kept = self._decoded.get(shard)
            if kept is None or kept[0] is not file:
                kept = self._decoded[shard] = (file, collection_records.folders_in(file) if file.records else [])
            found += kept[1]
        return sorted(found, key=lambda each: (sort_key(each.name), each.id))


def _clean(name: str) -> str:
    """Return a name as it is kept. Raises ReaderError collection.no_name for an empty one."""
    cleaned = " ".join(name.split())
    if not cleaned:
        raise ReaderError("collection.no_name")
    return cleaned
