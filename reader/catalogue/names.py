"""Who and what all articles are about: which names stand in which articles, and where."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from reader.catalogue.index import Index
from reader.entities.entity import Entity, Kind, PlaceKind
from reader.text.spans import Span

SCHEMA_VERSION = 3

_SCHEMA = """
create table surveyed (
    article text primary key, version text not null, basis text not null, decided text not null, spelt text not null
) without rowid;
create table extracted (key text, article text, primary key (key, article)) without rowid;
create index extracted_of_article on extracted (article);
create table obeyed (key text primary key, decision text not null) without rowid;
create table names (
    key text, article text, kind text not null, name text not null, role text not null, latin text not null,
    latitude real, longitude real, country text not null, place_kind text not null,
    mentions integer not null, spans text not null, primary key (key, article)
) without rowid;
create index names_of_article on names (article);
"""

_PUT = f"insert or replace into names values ({','.join('?' * 12)})"  # noqa: S608 - nothing comes from outside


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What one version of an article is about. `basis` names what found it: another basis may find other names.

    `extracted` are the keys of what was found before the reader's decisions, `decided` what was decided for the article
    alone.
    """

    article: str
    version: str
    basis: str
    entities: tuple[Entity, ...] = ()
    extracted: tuple[str, ...] = ()
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a name stands in one article: spans of the canonical text of that version."""

    article: str
    version: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Someone or something that stands in the same articles as another, and in how many."""

    key: str
    kind: Kind
    name: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place of the library that can be put on a map. Coordinates are degrees, `country` is an ISO 3166 code."""

    key: str
    name: str
    latin: str
    mentions: int
    articles: int
    latitude: float
    longitude: float
    country: str
    place_kind: PlaceKind | None


def index_of_names(path: Path) -> Index:
    """Return the index of names as SQLite has it."""
    return Index(path, _SCHEMA, SCHEMA_VERSION)


class Names:
    """The index of names, apart from the catalogue's file: filling it never keeps the list waiting for a lock.

    Each thread has its own. `hidden` are articles that do not count: those in the trash. Every method raises
    ReaderError disk.failed when the index cannot be used where it should lie.
    """

    def __init__(self, path: Path) -> None:
        self._index = index_of_names(path)

    def surveyed(self) -> dict[str, tuple[str, str]]:
        """Return which version of each article was looked through, and on which basis."""
        found = self._index.ask("select article, version, basis from surveyed")
        return {str(article): (str(version), str(basis)) for article, version, basis in found}

    def version_of(self, article: str) -> str:
        """Return which version of an article was looked through; nothing for none."""
        found = self._index.ask("select version from surveyed where article = ?", (article,))
        return str(found[0][0]) if found else ""

    def decided(self) -> dict[str, str]:
        """Return what was decided for articles alone when they were looked through; without those of nothing."""
        found = self._index.ask("select article, decided from surveyed where decided <> ''")
        return {str(article): str(decided) for article, decided in found}

    def obeyed(self) -> dict[str, str]:
        """Return, by key, the decisions about all articles that the index obeys."""
        found = self._index.ask("select key, decision from obeyed")
        return {str(key): str(decision) for key, decision in found}

    def obey(self, decisions: Mapping[str, str], articles: Iterable[str]) -> None:
        """Remember which decisions are to be obeyed, and that these articles do not yet; their names stay."""
        rows, stale = [*decisions.items()], [(article,) for article in articles]

        def change(index: sqlite3.Connection) -> None:
            index.execute("delete from obeyed")
            index.executemany("insert into obeyed values (?,?)", rows)
            index.executemany("update surveyed set basis = '' where article = ?", stale)

        self._index.do(change)

    def articles_of(self, keys: Collection[str]) -> set[str]:
        """Return the articles in which any of these keys was found, or is shown."""
        found = self._index.ask(
            "select article from extracted where key in (select value from json_each(?)) "
            "union select article from names where key in (select value from json_each(?))",
            (json.dumps([*keys]),) * 2,
        )
        return {str(article) for (article,) in found}

    def put(self, found: Sequence[Surveyed]) -> None:
        """Keep what articles are about, in the place of what was known of them."""
        articles = [(each.article,) for each in found]
        rows = [_values(each.article, entity) for each in found for entity in each.entities]
        keys = [(key, each.article) for each in found for key in each.extracted]
        done = [(each.article, each.version, each.basis, each.decided, _spelt(each.entities)) for each in found]

        def change(index: sqlite3.Connection) -> None:
            index.executemany("delete from names where article = ?", articles)
            index.executemany("delete from extracted where article = ?", articles)
            index.executemany(_PUT, rows)
            index.executemany("insert or ignore into extracted values (?,?)", keys)
            index.executemany("insert or replace into surveyed values (?,?,?,?,?)", done)

        self._index.do(change)

    def forget(self, articles: Iterable[str]) -> None:
        """Forget articles that are no longer in the library, or that are to be looked through again."""
        names = [(article,) for article in articles]

        def change(index: sqlite3.Connection) -> None:
            index.executemany("delete from names where article = ?", names)
            index.executemany("delete from extracted where article = ?", names)
            index.executemany("delete from surveyed where article = ?", names)

        self._index.do(change)

    def standing(self, key: str, hidden: Collection[str] = ()) -> list[Standing]:
        """Return the articles that name someone or something, those that do so most first."""
        found = self._index.ask(
            "select article, version, spans from names join surveyed using (article) "
            "where key = ? and article not in (select value from json_each(?)) order by mentions desc, article",
            (key, json.dumps([*hidden])),
        )
        return [Standing(str(article), str(version), spans_in(str(spans))) for article, version, spans in found]

    def standing_in(self, articles: Sequence[str]) -> list[tuple[str, str, str, tuple[Span, ...]]]:
        """Return key, name, article and places of all who and what is named in some articles."""
        found = self._index.ask(
            "select key, name, article, spans from names where article in (select value from json_each(?))",
            (json.dumps([*articles]),),
        )
        return [(str(key), str(name), str(article), spans_in(str(spans))) for key, name, article, spans in found]

    def companions(self, key: str, limit: int, hidden: Collection[str] = ()) -> list[Companion]:
        """Return who and what stands in the same articles, those in most of them first."""
        found = self._index.ask(
            "select other.key, count(*) as shared from names as one "
            "join names as other on other.article = one.article and other.key <> one.key "
            "where one.key = ? and one.article not in (select value from json_each(?)) "
            "group by other.key order by shared desc, other.key limit ?",
            (key, json.dumps([*hidden]), limit),
        )
        return [
            Companion(str(other), Kind(str(other).partition(":")[0]), self.name_of(str(other)), int(shared))
            for other, shared in found
        ]

    def name_of(self, key: str) -> str:
        """Return the form of a name that most articles use; nothing for one that none names."""
        found = self._index.ask(
            "select name from names where key = ? group by name order by count(*) desc, name limit 1", (key,)
        )
        return str(found[0][0]) if found else ""

    def most(self, kind: Kind, limit: int) -> list[tuple[str, str, int]]:
        """Return key, name and number of articles of those of a kind that stand in most articles."""
        found = self._index.ask(
            "select key, count(*) from names where key between ? and ? group by key order by 2 desc, 1 limit ?",
            (f"{kind.value}:", f"{kind.value};", limit),
        )
        return [(str(key), self.name_of(str(key)), int(number)) for key, number in found]

    def places(self, hidden: Collection[str] = ()) -> list[KnownPlace]:
        """Return the places with coordinates, the most mentioned first."""
        # Of the bare columns SQLite takes those of the row with the most mentions, as `max` says.
        found = self._index.ask(
            "select key, name, latin, sum(mentions) as total, count(*), latitude, longitude, country, place_kind, "
            "max(mentions) from names where key between 'place:' and 'place;' and latitude is not null "
            "and article not in (select value from json_each(?)) "
            "group by key order by total desc, key",
            (json.dumps([*hidden]),),
        )
        return [
            KnownPlace(
                key=str(key),
                name=str(name),
                latin=str(latin),
                mentions=int(mentions),
                articles=int(articles),
                latitude=float(latitude),
                longitude=float(longitude),
                country=str(country),
                place_kind=PlaceKind(place_kind) if place_kind else None,
            )
            for key, name, latin, mentions, articles, latitude, longitude, country, place_kind, _ in found
        ]

    def close(self) -> None:
        """Close the connection."""
        self._index.close()


def _values(article: str, entity: Entity) -> tuple[object, ...]:
    spans = " ".join(f"{mention.span.start}-{mention.span.end}" for mention in entity.mentions)
    return (
        entity.key, article, entity.kind.value, entity.name, entity.role, entity.latin, entity.latitude,
        entity.longitude, entity.country, entity.place_kind.value if entity.place_kind else "",
        len(entity.mentions), spans,
    )  # fmt: skip


def _spelt(entities: Iterable[Entity]) -> str:
    """Return a mark of an article's names and how they are spelt: a decision may change them without the article."""
    names = sorted((entity.key, entity.kind.value, entity.name, entity.latin) for entity in entities)
    return f"{crc32(repr(names).encode()):08x}"


def spans_in(written: str) -> tuple[Span, ...]:
    """Return the places that a row's text of `spans` says."""
    pairs = (pair.partition("-") for pair in written.split())
    return tuple(Span(int(start), int(end)) for start, _, end in pairs)
