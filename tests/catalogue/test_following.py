import os
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.facts import facts_of
from reader.catalogue.catalogue import Catalogue, Entry
from reader.catalogue.entries import entry_of
from reader.catalogue.files_seen import FileStamp
from reader.catalogue.following import SWEPT, Follower
from reader.catalogue.query import Query
from reader.collections.state import ArticleState

LONG_AGO = 1_000_000_000


class Folder:
    """A kind's only shard, in which every file is an article whose title it holds; an empty one cannot be shown."""

    def __init__(self, root: Path, kind: str = "states") -> None:
        self.path = root / kind / "aa"
        self.path.mkdir(parents=True)
        self.shard = (kind, "aa", str(self.path))
        self.reads: list[str] = []
        self.being_written: set[str] = set()
        self.emptied: set[str] = set()
        self.listed_as: dict[str, FileStamp] = {}
        self.asked_once: Callable[[], None] = lambda: None

    def write(self, name: str, title: str) -> None:
        temporary = self.path / f".{name}.new"
        temporary.write_text(title, encoding="utf-8")
        temporary.replace(self.path / f"{name}.json")

    def read(self, name: str) -> Entry | None:
        self.reads.append(name)
        path = self.path / f"{name}.json"
        title = path.read_text(encoding="utf-8") if path.is_file() else ""
        return entry_of(name, facts_of(Article(title=title, blocks=())), ArticleState(), 0) if title else None

    def read_all(self, batches: Sequence[Sequence[str]]) -> Generator[dict[str, Entry | None], None, None]:
        for batch in batches:
            read = {name: self.read(name) for name in batch}
            yield {name: entry for name, entry in read.items() if entry or name in self.emptied}

    def list_as_they_are(self) -> None:
        """Say that all files of the folder hold what is listed."""
        stats = {path.stem: path.stat() for path in self.path.glob("aa*.json")}
        self.listed_as = {name: FileStamp(stat.st_mtime_ns, stat.st_size) for name, stat in stats.items()}

    def as_listed(self, _kind: str, files: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
        found = {name: stamp for name, stamp in files.items() if self.listed_as.get(name) == stamp}
        self.asked_once()
        return found

    def known(self, names: Sequence[str]) -> None:
        for name in names:
            del self.listed_as[name]

    def has(self, name: str) -> bool:
        return name in self.being_written

    def is_article(self, name: str) -> bool:
        return name != "aaall"

    def accepts(self, path: Path) -> bool:
        return path.name.startswith("aa")

    def settle(self) -> None:
        """Make the folder look as if nothing had happened in it for long."""
        os.utime(self.path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    yield catalogue
    catalogue.close()


@pytest.fixture
def follow(tmp_path: Path, catalogue: Catalogue) -> Iterator[Callable[..., Follower]]:
    made: list[Follower] = []

    def make(*folders: Folder, on_news: Callable = lambda files: None) -> Follower:
        shards = [folder.shard for folder in folders]
        made.append(Follower(tmp_path / "catalogue.sqlite", shards, folders[0], on_news))
        return made[-1]

    yield make
    for follower in made:
        follower.close()


def titles(catalogue: Catalogue) -> list[str]:
    return sorted(row.title for row in catalogue.rows(Query(), 0, 1000))


def test_what_is_in_a_folder_is_listed_and_told(folder, catalogue, follow):
    told: list = []
    folder.write("aa1", "أول")
    follow(folder, on_news=told.extend).look()

    assert titles(catalogue) == ["أول"]
    assert told == [("states", "aa1")]


def test_only_what_changed_is_read_again(folder, follow):
    follower = follow(folder)
    for name in ("aa1", "aa2", "aa3"):
        folder.write(name, "عنوان")
    follower.look()
    folder.reads.clear()
    folder.write("aa2", "عنوان آخر")
    follower.look()

    assert folder.reads == ["aa2"]


def test_a_file_that_holds_what_is_listed_is_known_and_not_read(folder, catalogue, follow):
    told: list = []
    follower = follow(folder, on_news=told.extend)
    folder.write("aa1", "أول")
    catalogue.put([entry_of("aa1", facts_of(Article(title="أول", blocks=())), ArticleState(), 0)])
    folder.being_written.add("aa1")
    folder.list_as_they_are()
    follower.look()
    folder.settle()
    follower.look()

    assert (folder.reads, told) == ([], [])
    assert catalogue.files.stamps("states", "aa").keys() == {"aa1"}
    assert catalogue.files.times() == {("states", "aa"): LONG_AGO * 1_000_000_000}


def test_what_should_be_listed_and_is_not_is_read(folder, catalogue, follow):
    follower = follow(folder)
    folder.write("aa1", "أول")
    folder.list_as_they_are()
    follower.look()

    assert titles(catalogue) == ["أول"]


def test_what_is_listed_anew_while_its_file_is_noted_is_read(folder, catalogue, follow):
    follower = follow(folder)
    folder.write("aa1", "أول")
    catalogue.put([entry_of("aa1", facts_of(Article(title="غيره", blocks=())), ArticleState(), 0)])
    folder.being_written.add("aa1")
    folder.list_as_they_are()
    folder.asked_once = folder.listed_as.clear
    follower.look()

    assert titles(catalogue) == ["أول"]


def test_a_file_that_went_is_listed_no_longer(folder, catalogue, follow):
    told: list = []
    follower = follow(folder, on_news=told.extend)
    folder.write("aa1", "أول")
    follower.look()
    (folder.path / "aa1.json").unlink()
    follower.look()

    assert titles(catalogue) == []
    assert told == [("states", "aa1")] * 2


def test_what_cannot_be_shown_yet_is_asked_again_until_it_can_be(folder, catalogue, follow):
    told: list = []
    follower = follow(folder, on_news=told.extend)
    folder.write("aa1", "")
    folder.settle()
    follower.look()
    assert (titles(catalogue), told) == ([], [])

    folder.read = lambda name: entry_of(name, facts_of(Article(title="وصل", blocks=())), ArticleState(), 0)
    follower.look()
    assert titles(catalogue) == ["وصل"]


def test_a_file_written_in_place_is_noticed_though_its_folder_says_nothing(folder, catalogue, follow):
    follower = follow(folder)
    folder.write("aa1", "قديم")
    folder.settle()
    follower.look()
    (folder.path / "aa1.json").write_text("أجدّ منه", encoding="utf-8")
    folder.settle()
    follower.look()

    assert titles(catalogue) == ["أجدّ منه"]


def test_where_folders_keep_silent_about_a_change_more_of_them_are_looked_through(tmp_path, catalogue, follow):
    folders = [Folder(tmp_path, f"kind {number}") for number in range(5 * SWEPT)]
    for each in folders:
        each.write("aaall", "قديم")
        each.settle()
    news: list = []
    follower = follow(*folders, on_news=news.extend)
    follower.look()
    news.clear()

    def write_in_place(each: Folder, words: str) -> None:
        (each.path / "aaall.json").write_text(words, encoding="utf-8")
        each.settle()

    write_in_place(folders[-1], "أجدّ منه")
    looks = next(number for number in range(2 * len(folders)) if follower.look() or news)
    assert looks > 0
    news.clear()
    for each in folders:
        write_in_place(each, "أجدّ من ذلك أيضًا")
    follower.look()
    assert len(news) == len(folders)


def test_an_article_listed_but_never_written_goes_with_the_next_start(folder, catalogue, follow):
    for name, title in (("aa1", "لم يُكتب"), ("aa2", "يُكتب الآن")):
        catalogue.put([entry_of(name, facts_of(Article(title=title, blocks=())), ArticleState(), 0)])
    folder.being_written.add("aa2")
    follow(folder).look()

    assert titles(catalogue) == ["يُكتب الآن"]


def test_an_article_with_nothing_to_show_goes_and_is_not_asked_for_again(folder, catalogue, follow):
    folder.write("aa1", "أول")
    folder.write("aa2", "ثانٍ")
    follower = follow(folder)
    follower.look()
    folder.write("aa2", "")
    folder.emptied.add("aa2")
    folder.settle()
    follower.look()
    assert catalogue.ids() == ["aa1"]

    folder.reads.clear()
    follower.look()
    assert folder.reads == []
    assert catalogue.files.times() == {("states", "aa"): LONG_AGO * 1_000_000_000}


def test_a_folder_that_is_a_file_or_not_there_hinders_nothing(tmp_path, catalogue, follow):
    good, file, missing = Folder(tmp_path / "1"), Folder(tmp_path / "2", "marks"), Folder(tmp_path / "3", "decisions")
    file.path.rmdir()
    file.path.write_bytes(b"")
    missing.path.rmdir()
    good.write("aa1", "أول")
    follow(good, file, missing).look()

    assert titles(catalogue) == ["أول"]


def test_hidden_and_foreign_files_are_passed_over(folder, follow):
    for name in (".aa1.json", "aa.txt", ".x.hamish-tmp", "foreign.json"):
        (folder.path / name).write_bytes(b"x")
    follow(folder).look()

    assert folder.reads == []


def test_many_files_are_told_in_batches(folder, catalogue, follow):
    batches: list = []
    for number in range(450):
        (folder.path / f"aa{number}.json").write_text("عنوان", encoding="utf-8")
    follow(folder, on_news=batches.append).look()

    assert [len(batch) for batch in batches] == [200, 200, 50]
    assert catalogue.count(Query()) == 450


def test_a_change_is_noticed_while_following(folder, follow):
    noticed = threading.Event()
    follower = follow(folder, on_news=lambda files: noticed.set())
    follower.start()
    folder.write("aa1", "أول")

    assert noticed.wait(timeout=10)


def test_following_goes_on_once_the_catalogue_can_be_used_again(tmp_path, folder):
    noticed = threading.Event()
    blocked = tmp_path / "cache"
    blocked.write_bytes(b"")
    folder.write("aa1", "أول")
    follower = Follower(blocked / "c.sqlite", [folder.shard], folder, lambda files: noticed.set())
    follower.start()
    blocked.unlink()

    assert noticed.wait(timeout=10)
    follower.close()


def test_what_two_files_say_of_one_article_is_read_once(tmp_path, follow):
    states, marks = Folder(tmp_path), Folder(tmp_path, "marks")
    for folder in (states, marks):
        folder.write("aa1", "أول")
    told: list = []
    follow(states, marks, on_news=told.extend).look()

    assert states.reads == ["aa1"]
    assert told == [("states", "aa1"), ("marks", "aa1")]
