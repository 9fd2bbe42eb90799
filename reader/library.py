"""The one door to the reader's articles.

What the window's first frame does not need (changing, anchoring, following, announcing) is imported when it is first
used: a library with its first page of rows and an article opens in a few milliseconds.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.any_thread import AnyThread
from reader.articles.article import Article
from reader.catalogue.catalogue import Catalogue
from reader.catalogue.query import Query, Row
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.listing import Listing
from reader.store.addition import Addition, Brought
from reader.store.announce import Announce, Post, at_once
from reader.store.disk import Disk
from reader.store.edit import Edit
from reader.store.layout import Places, is_digest
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE, to_state
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.annotating import Annotating
    from reader.catalogue.following import Follower
    from reader.catalogue.query import Start
    from reader.changes import Change
    from reader.collecting import Collecting
    from reader.deciding import Deciding
    from reader.entities.entity import Mention
    from reader.erasing import Erasing, Trash
    from reader.highlighting import Highlighting
    from reader.intake.imported import Imported
    from reader.intake.ready import Ready
    from reader.lasting import Lasting
    from reader.news import News
    from reader.store.editing import Editor, Touched
    from reader.store.versions import Versions

__all__ = ["Addition", "Library"]


class Library(AnyThread):
    """Everything the reader has; announces every change to those who listen.

    All methods are called on one thread, the library's own. Reading methods answer from memory or disk at once;
    changing ones apply in memory, announce, and leave the disk to the writer (see flush). `post` brings a call from
    another thread to the library's own: a queued one in the window, a direct one in a command. `later` calls there when
    what changed is shown: it is the disk's turn then, and the list's.
    """

    def __init__(self, places: Places, post: Post, disk: Disk | None = None, later: Post = at_once) -> None:
        self.places = places
        self._post, self._later = post, later
        self._listeners: list[Callable[[Change], None]] = []
        announce = Announce(
            merged=lambda kind, article, _file: self._tell_touched([(kind, article)]),
            saved=lambda: post(lambda: self._news.saved()),  # noqa: PLW0108 - made on the library's thread
            not_saved=lambda error: post(lambda: self._news.not_saved(error)),
            later=later,
            made=lambda states: self._listing.made(states),  # noqa: PLW0108 - made after this
        )
        self._store = Store(places, disk or Disk(), post, announce)
        self._catalogue = Catalogue(places.catalogue, places.names)
        self._listing = Listing(
            self._catalogue, self._store, self._records, lambda error: post(lambda: self._news.unreadable(error))
        )

    @cached_property
    def _editor(self) -> "Editor":
        from reader.store.editing import Editor

        return Editor(self._store)

    @cached_property
    def _versions(self) -> "Versions":
        from reader.store.versions import Versions

        return Versions(self._store)

    @cached_property
    def deciding(self) -> "Deciding":
        """What the reader decides about people and places."""
        from reader.deciding import Deciding

        return Deciding(self._records, self._apply)

    @cached_property
    def collecting(self) -> "Collecting":
        """What keeps articles together: tags, smart folders and case folders."""
        from reader.collecting import Collecting

        return Collecting(self._store, self._records, self._apply)

    @cached_property
    def lasting(self) -> "Lasting":
        """What checks and mends the library's files and keeps its backups."""
        from reader.lasting import Lasting

        return Lasting(self._store, self._apply, self._listing.title_of)

    @cached_property
    def erasing(self) -> "Erasing":
        """What empties the trash because the reader asks for it."""
        from reader.erasing import Erasing

        return Erasing(self._store, self._editor, self._tell_touched)

    def trash(self) -> "Trash":
        """Return everything that lies in the trash. Raises ReaderError disk.failed."""
        removed = self.annotating.rows(self.annotating.trash())
        in_trash = self._listing.whole().ids(trashed=True)
        return self.erasing.trash(in_trash, [(row.article, row.id) for row in removed])

    @cached_property
    def highlighting(self) -> "Highlighting":
        """The highlights of one article at a time."""
        from reader.highlighting import Highlighting

        return Highlighting(self._store, self._records, self._apply)

    @cached_property
    def annotating(self) -> "Annotating":
        """The highlights and notes of all articles."""
        from reader.annotating import Annotating

        made = Annotating(self._store, self.highlighting.marks, self._apply)
        self._listeners.insert(0, made.follow)  # before those who ask it when they hear of a change
        return made

    @cached_property
    def _news(self) -> "News":
        from reader.news import News

        return News(self._listeners, self._store, self._listing.renew, self._listing.look_again, self._later)

    @cached_property
    def _follower(self) -> "Follower":
        from reader.catalogue.following import Follower

        def on_news(files: list[tuple[str, str]]) -> None:
            self._post(lambda: self._news.from_outside(files))

        return Follower(self.places.catalogue, self.places.shards(), self._listing, on_news)

    def rows(self, query: Query, offset: int = 0, limit: int = 200, start: "Start | None" = None) -> list[Row]:
        """Return a page of the list, or of the part of it that begins at `start`."""
        return self._listing.whole().rows(query, offset, limit, start)

    def standing(self, query: Query, article: str) -> "Start | None":
        """Return where an article stands in the list, nothing where it is not among what the query finds."""
        return self._listing.whole().standing(query, article)

    def above(self, query: Query, start: "Start", count: int) -> "Start | None":
        """Return what stands so many rows above a place in the list, nothing where its top is nearer than that."""
        return self._listing.whole().above(query, start, count)

    def count(self, query: Query) -> int:
        """Return how many articles a query finds."""
        return self._listing.whole().count(query)

    def find_id(self, start: str) -> str:
        """Return the whole id of the article whose id begins so. Raises ReaderError article.missing or .ambiguous."""
        return self._store.find_id(start)

    def article(self, article: str, version: str = "") -> Article:
        """Return a version of an article, else the current one. Raises ReaderError when it cannot be read."""
        return (self._store.version(article, version) if version else None) or self._store.article(article)[1]

    def version(self, article: str) -> str:
        """Return the name of the current version of an article."""
        return self._store.article(article)[0]

    def state(self, article: str) -> ArticleState:
        """Return what the reader has done with an article; nothing, after announcing why, when it cannot be read."""
        return to_state(self._records("states", article).records.get(STATE, Record()))

    def direction_of_source(self, source: str) -> str:
        """Return which way the reader lets all articles of a source run: rtl, ltr, or nothing for as they are."""
        from reader.store.source_records import KIND, direction_in, place_of

        return direction_in(self._records(KIND, place_of(source)), source) if source else ""

    def kept_mentions(self, article: str, version: str, tagger: str) -> "tuple[Mention, ...] | None":
        """Return what a tagger found in a version of an article before, or None. May be called on any thread."""
        return self._store.mentions(article, version, tagger)

    def keep_mentions(self, article: str, version: str, tagger: str, mentions: "tuple[Mention, ...]") -> None:
        """Keep what a tagger found in a version of an article. It is derived, and not a step of undo."""
        self._store.keep_mentions(article, version, tagger, mentions)
        self._news.found_entities(article)

    def throw_away_derived(self) -> None:
        """Throw away what can be made again from the articles; `catch_up` and a survey do."""
        from shutil import rmtree

        self._listing.whole().close()
        rmtree(self.places.cache / self.places.name, ignore_errors=True)

    def original(self, article: str) -> Path | None:
        """Return the file that an article was read from, if it was kept."""
        origin = self.article(article).origin
        path = self.places.original(origin.sha256) if origin and is_digest(origin.sha256) else None
        return path if path and (path.exists() or self._bring_back(path)) else None

    def image(self, name: str) -> Path | None:
        """Return the file of a picture that a block names, if it is there. May be called on any thread."""
        path = self.places.image(name) if is_digest(name) else None
        return path if path and (path.exists() or self._bring_back(path)) else None

    def add(
        self, imported: "Sequence[Imported | Ready]", *, keep_both: bool = False, more_follow: bool = False
    ) -> tuple[Addition, ...]:
        """Add articles that an importer read, with what the reader had made of them elsewhere.

        One that is there already stays as it is, but leaves the trash and takes what is new beside it; with `keep_both`
        it is added beside the one that is there. Where `more_follow`, new ones are announced later, with those.
        """
        from reader.intake.ready import Ready, ready
        from reader.store.adding import Known, add

        additions, listed = [], []
        touched: list[Touched] = []
        given = [each if isinstance(each, Ready) else ready(each) for each in imported]
        known = Known(self._listing, [each.written.facts for each in given])
        with self._store.together():
            for each in given:
                brought = Brought(each.written, each.original, each.images, each.state, each.highlights)
                added = add(self._store, known, brought, keep_both=keep_both)
                additions.append(addition := added.addition)
                changed = self._editor.apply(added.edits)
                if addition.status == "added" and not addition.filled:
                    state = self.state(addition.id)
                    listed.append((addition.id, each.written.facts, state, addition.highlights, added.version))
                    continue
                touched += changed
                if self.state(addition.id).trashed:
                    self.restore([addition.id])
                if addition.filled:
                    self._listing.take_text(addition.id)
        self._listing.add(listed)
        self._news.added([name for name, *_ in listed], more_follow=more_follow)
        if touched:
            self._tell_touched(touched)
        return tuple(additions)

    def remember_adding(self, articles: Sequence[str]) -> None:
        """Make the adding of articles, which is done, a step of undo: taken back, they go to the trash."""
        self._tell_touched(self._editor.added(articles))

    def add_version(
        self, article: str, text: Article, original: bytes = b"", images: Sequence[bytes] = (), words: str = ""
    ) -> str:
        """Make another text the current version of an article, in one step of undo; return that version's name.

        The texts before stay, and every highlight is found again in the new one (see highlights). `words` is the
        message key of the step, by default that of a text that was changed. `original` and `images` are kept too.
        Raises ReaderError article.missing.
        """
        edit = self._versions.adding(article, text, original, images)
        self._apply([edit], words or "undo.text_changed")
        return str(edit.values["version"])

    def use_version(self, article: str, version: str) -> None:
        """Make a version current again that is there already. Raises ReaderError article.missing."""
        self._apply([self._versions.choosing(article, version)], "undo.text_changed")

    def versions(self, article: str) -> list[str]:
        """Return the names of the versions of an article's text that are on disk."""
        return self._store.versions(article)

    def set_reading(self, articles: Sequence[str], reading: Reading) -> None:
        """Say how far the reader is."""
        self._set_state(articles, "reading", reading.value, f"undo.marked_{reading.value}")

    def set_starred(self, articles: Sequence[str], *, starred: bool) -> None:
        """Star articles or take the star away."""
        self._set_state(articles, "starred", starred, "undo.starred" if starred else "undo.unstarred")

    def set_archived(self, articles: Sequence[str], *, archived: bool) -> None:
        """Put articles away or bring them back."""
        self._set_state(articles, "archived", archived, "undo.archived" if archived else "undo.unarchived")

    def set_source(self, article: str, source: str) -> None:
        """Say which outlet an article is from, where the article itself does not."""
        self._set_state([article], "source", source, "undo.source_set")

    def set_direction(self, article: str, direction: str) -> None:
        """Let an article run rtl or ltr, whatever its letters say; nothing gives it its own direction back."""
        self._set_state([article], "direction", direction, "undo.direction_set")

    def delete(self, articles: Sequence[str]) -> None:
        """Put articles in the trash."""
        self._set_state(articles, "deleted", value=True, words="undo.article_deleted")

    def restore(self, articles: Sequence[str]) -> None:
        """Take articles out of the trash."""
        self._set_state(articles, "deleted", value=False, words="undo.article_restored")

    def decline_source(self, article: str) -> None:
        """Remember that the reader does not want to be asked for an article's source again. Not a step of undo."""
        self._set_state([article], "source_declined", value=True, words="")

    def note_position(self, article: str, position: int) -> None:
        """Remember that an article is open, and which code point is at the top of the page. Not a step of undo."""
        values: dict[str, object] = {"position": position, "opened": self._store.clock.now()}
        if self.state(article).reading is Reading.UNREAD:
            values["reading"] = Reading.READING.value
        self._apply([Edit("states", article, STATE, values)], "")

    def undo(self) -> str:
        """Take the last step back; return the message key that says what it was, or nothing."""
        words, touched = self._editor.undo()
        self._tell_touched(touched)
        return words

    def redo(self) -> str:
        """Do the step undone last again; return the message key that says what it was, or nothing."""
        words, touched = self._editor.redo()
        self._tell_touched(touched)
        return words

    def on_change(self, callback: "Callable[[Change], None]") -> Callable[[], None]:
        """Have a function called with every change; return what ends that."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def follow(self) -> None:
        """Notice from now on what other processes and devices change; the first page is shown by then."""
        self._catalogue.relax()
        self._catalogue.leave_log()
        self._follower.start()

    def catch_up(self) -> None:
        """Notice what changed outside since the catalogue last looked, and wait for it."""
        self._follower.look()

    def flush(self) -> None:
        """Wait until every change is on disk. Raises ReaderError when one could not be written."""
        self._store.flush()

    def keep_up(self) -> None:
        """Wait until every change is on disk but for what is being written now. Raises ReaderError as `flush` does."""
        self._store.keep_up()

    def unsaved(self) -> frozenset[str]:
        """Return the ids of the articles of which something is not yet on disk, or could not be written."""
        return self._store.unsaved()

    def close(self) -> None:
        """Stop following and writing. Whoever wants to be sure flushes before."""
        if "_follower" in self.__dict__:
            self._follower.close()
        if "annotating" in self.__dict__:
            self.annotating.close()
        self._store.close()
        self._listing.whole().close()

    def ids(self) -> list[str]:
        """Return the ids of all articles, those in the trash too."""
        return self._store.ids()

    def _set_state(self, articles: Sequence[str], name: str, value: object, words: str) -> None:
        if missing := next((each for each in articles if not self._store.has(each)), ""):
            raise ReaderError("article.missing", id=missing)
        self._apply([Edit("states", article, STATE, {name: value}) for article in articles], words)

    def _apply(self, edits: Sequence[Edit], words: str, writing: str = "") -> None:
        self._tell_touched(self._editor.apply(edits, words, writing))

    def _tell_touched(self, touched: "Sequence[Touched]") -> None:
        self._news.touched(touched, self._editor.history)

    def _records(self, kind: str, article: str) -> RecordFile:
        """Return records; empty ones, after announcing why, when they cannot be read."""
        try:
            return self._store.records(kind, article)
        except ReaderError as error:
            self._news.unreadable(error)
            return RecordFile(article)
