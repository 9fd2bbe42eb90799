"""The words of all articles: their texts, and what readers and the survey wrote beside them."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from reader.catalogue import finding, vocabulary
from reader.catalogue.asked import Asked, Field, Term, tokens
from reader.catalogue.finding import BESIDE, Rank
from reader.catalogue.index import Index
from reader.catalogue.known import Known
from reader.catalogue.names import index_of_names, spans_in
from reader.catalogue.query import ROW_COLUMNS, Query, Row, row_of
from reader.catalogue.spellings import by_sound, has_forms, heard, matching, matching_forms
from reader.entities.entity import Kind
from reader.text.folding import fold
from reader.text.spans import Span

SCHEMA_VERSION = 4

# `texts` keeps no text, so that it is a fifth as large, and no lengths, which only ranking by frequency asks for; what
# is taken out of it stays as a number that no article has any more. `titles` has the words of titles once more: where
# both stand in one index, all texts with a word are looked through for those that have it in the title. A number's
# first part is the millisecond in which the article was added: the last ones are the newest.
_SCHEMA = """
create virtual table texts using fts5(
    title, body, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0"
);
create virtual table titles using fts5(title, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0");
create virtual table beside using fts5(
    notes, highlights, tags, people, places, organisations, source, tokenize="unicode61 remove_diacritics 0"
);
create table numbers (
    number integer primary key, article text unique not null, version text not null, stamp text not null
);
create table left_behind (number integer primary key);
"""

FIELD_OF = {Kind.PERSON: Field.PEOPLE, Kind.PLACE: Field.PLACES, Kind.ORGANISATION: Field.ORGANISATIONS}
"""Where the names of each kind stand."""

MOST_LEFT_BEHIND = 1000
"""So many texts that no article has any more may stay in the index, or as many as it has others."""

_DIGITS = 2
"""Hexadecimal digits of an article's id in its number: two of one millisecond seldom have the same."""

_BITS = 4 * _DIGITS

# What stands beside a text, and in which state it is: read again when any of it changed.
_STAMP = (
    "(listed.source || '|' || listed.tags || '|' || coalesce(marks.changed || '-' || marks.size, '') || '|' || "
    "coalesce(looked.version || looked.spelt, ''))"
)
_STANDING = f"""
from catalogue.articles as listed
left join catalogue.files as marks
    on marks.kind = 'marks' and marks.shard = substr(listed.id, 1, 2) and marks.article = listed.id
left join names.surveyed as looked on looked.article = listed.id
left join numbers on numbers.article = listed.id
where (numbers.version is not listed.version or numbers.stamp is not {_STAMP})
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article whose words are not yet in the index as they are. `number` is 0 for one that is new."""

    article: str
    version: str
    added: str
    stamp: str
    source: str
    tags: str
    number: int
    is_text_known: bool
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article. `title` and `body` are None where the index has those of this version already.

    `vocabulary` are the words of both, and of what stands beside them, in which ة is told from ه.
    """

    waiting: Waiting
    title: str | None = None
    body: str | None = None
    beside: Mapping[Field, str] = field(default_factory=dict, hash=False)
    vocabulary: frozenset[str] = frozenset()


class TextIndex:
    """The index of words, in a file of its own: filling it never keeps the list waiting for a lock.

    Each thread has its own. Every method raises ReaderError disk.failed when the index cannot be used.
    """

    def __init__(self, path: Path, catalogue: Path, names: Path) -> None:
        others = {"catalogue": Index(catalogue), "names": index_of_names(names)}
        self._index = Index(path, _SCHEMA + vocabulary.TABLE, SCHEMA_VERSION, others)
        self._vocabulary = vocabulary.Vocabulary(self._index)

    def waiting(self, only: Collection[str] | None = None) -> list[Waiting]:
        """Return the articles whose words are to be read, the newest first; of `only` these, if they are given."""
        chosen, values = (
            ("and listed.id in (select value from json_each(?))", (json.dumps([*only]),)) if only else ("", ())
        )
        found = self._index.ask(
            f"select listed.id, listed.version, listed.added, {_STAMP}, listed.source, listed.tags, "
            "coalesce(numbers.number, 0), numbers.version is listed.version, marks.size is not null "
            f"{_STANDING} {chosen} order by listed.added desc, listed.id desc",
            values,
        )
        return [
            Waiting(
                article=str(article),
                version=str(version),
                added=str(added),
                stamp=str(stamp),
                source=str(source),
                tags=str(tags),
                number=int(number),
                is_text_known=bool(is_text_known),
                is_marked=bool(is_marked),
            )
            for article, version, added, stamp, source, tags, number, is_text_known, is_marked in found
        ]

    def names(self, articles: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Yield article, kind and spellings of who and what stands in some articles."""
        found = self._index.ask(
            "select article, kind, name, latin, key from names.names where article in (select value from json_each(?))",
            (json.dumps([*articles]),),
        )
        for article, kind, name, latin, key in found:
            yield (
                str(article),
                str(kind),
                " ".join(dict.fromkeys((fold(name), fold(latin), key.partition(":")[2], heard(name)))),
            )

    def named(self, articles: Collection[str], terms: Sequence[Term]) -> dict[str, list[Span]]:
        """Return where someone or something stands in articles whose name has a term's words, in any spelling.

        Of an article that has changed since it was looked through nothing is known.
        """
        spellings = [(term.where, each) for term in terms for each in (term, by_sound(term)) if each]
        found: dict[str, list[Span]] = {}
        for article, kind, name, latin, key, spans in self._index.ask(
            "select article, kind, name, latin, key, spans from names.names as each "
            "join names.surveyed as looked using (article) "
            "join catalogue.articles as listed on listed.id = each.article and listed.version = looked.version "
            "where article in (select value from json_each(?))",
            (json.dumps([*articles]),),
        ):
            spelt = tokens(f"{name} {latin} {key.partition(':')[2]} {heard(name)}")
            fields = (Field.ANY, FIELD_OF[Kind(kind)])
            if any(where in fields and _is_among(term, spelt) for where, term in spellings):
                found.setdefault(str(article), []).extend(spans_in(str(spans)))
        return found

    def version(self, article: str) -> str:
        """Return the version of an article whose words the index has; nothing for none."""
        found = self._index.ask("select version from numbers where article = ?", (article,))
        return str(found[0][0]) if found else ""

    def put(self, found: Sequence[Words]) -> None:
        """Keep the words of articles in the place of what was known of them."""

        def change(index: sqlite3.Connection) -> None:
            for number, words in sorted(_numbered(index, found).items()):  # FTS5 is quickest in the order of numbers
                _put(index, number, words)
            new = sorted({word for words in found for word in words.vocabulary})
            index.executemany(vocabulary.PUT, [(word,) for word in new])

        self._index.do(change)

    def ids(
        self, asked: Asked, query: Query, offset: int, limit: int, *, in_any_form: bool = True
    ) -> list[tuple[str, Rank]]:
        """Return a page of the articles that have what is asked for and are in a part of the library; all for −1.

        Those that have the words only in another form come last, if they come at all.
        """
        found: dict[str, Rank] = {}
        end = offset + limit if limit >= 0 else -1
        with self._index.standing_still():
            for statement in self._questions(asked, query, end, in_any_form=in_any_form):
                for article, rank in self._index.ask(statement.sql, statement.values):
                    found.setdefault(str(article), Rank(rank))
                if 0 <= end <= len(found):
                    break
        return [*found.items()][offset : end if end >= 0 else None]

    def rows(self, ids: Sequence[str]) -> list[tuple[Row, str]]:
        """Return the rows of articles, and beside each the version whose words the index has."""
        found = self._index.ask(
            f"select numbers.version, {ROW_COLUMNS} from catalogue.articles "  # noqa: S608 - columns are ours
            "join numbers on numbers.article = id where id in (select value from json_each(?))",
            (json.dumps(ids),),
        )
        rows = {str(values[0]): (row_of(values), str(version)) for version, *values in found}
        return [rows[article] for article in ids if article in rows]

    def count(self, asked: Asked, query: Query, *, in_any_form: bool = True) -> int:
        """Return how many articles that are."""
        self._vocabulary.forget()
        ways = self._ways_of_forms(asked) if in_any_form and any(map(has_forms, asked.wanted)) else self._ways(asked)
        only = finding.only(asked, query, self._spelt)
        if only.unwanted and not asked.wanted:
            ways = [finding.of_every_text()]
        statement = finding.count(ways, only)
        ((number,),) = self._index.ask(statement.sql, statement.values)
        return int(number)

    def tidy(self, is_there: Callable[[str], bool]) -> None:
        """Forget articles that have no text any more, and begin anew where most of the index is left behind.

        A catalogue that is being made again lists too few: `is_there` tells of an article whether it has a text.
        """
        unlisted = self._index.ask(
            "select number, article from numbers where article not in (select id from catalogue.articles)"
        )
        gone = [int(number) for number, article in unlisted if not is_there(str(article))]

        def change(index: sqlite3.Connection) -> None:
            for number in gone:
                _leave(index, number)

        if gone:
            self._index.do(change)
        ((left, kept),) = self._index.ask("select (select count(*) from left_behind), (select count(*) from numbers)")
        if left > MOST_LEFT_BEHIND and left > kept:
            self._index.do(_begin_anew)

    def known(self, tags_of_marks: Callable[[str], Iterable[str]]) -> Known:
        """Return what knows the names, tags and sources of the articles."""
        return Known(self._index, tags_of_marks)

    def interrupt(self) -> None:
        """End the question that is being answered; may be called from any thread."""
        self._index.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._index.close()

    def _ways(self, asked: Asked) -> list[finding.Way]:
        return finding.ways(asked, self._spelt, self._stands_beside)

    def _ways_of_forms(self, asked: Asked) -> list[finding.Way]:
        def spelt(term: Term, columns: Sequence[Field]) -> str:
            return matching_forms(term, columns, self._vocabulary)

        return finding.in_other_forms(finding.ways(asked, spelt, self._stands_beside))

    def _spelt(self, term: Term, columns: Sequence[Field]) -> str:
        return matching(term, columns, self._vocabulary)

    def _questions(self, asked: Asked, query: Query, end: int, *, in_any_form: bool) -> Iterator[finding.Statement]:
        """Yield the questions to ask until so many articles are found, the better answers first."""
        self._vocabulary.forget()
        only = finding.only(asked, query, self._spelt)
        if only.unwanted and not asked.wanted and finding.is_ranked(query):
            yield finding.page([finding.of_every_text()], only, query, end)
            return
        for ways in self._in_turn(asked, query, in_any_form=in_any_form):
            yield finding.page(ways, only, query, end)

    def _in_turn(self, asked: Asked, query: Query, *, in_any_form: bool) -> Iterator[list[finding.Way]]:
        """Yield the ways in which articles may answer, better ones first: a page that they fill needs no others."""
        ways = self._ways(asked)
        if finding.is_ranked(query):
            better = sorted(finding.better_ways(asked, self._spelt, ways), key=attrgetter("rank"))
            yield from ([way] for way in better)
        yield ways
        if in_any_form and any(map(has_forms, asked.wanted)):
            yield self._ways_of_forms(asked)

    def _stands_beside(self, expression: str) -> bool:
        return bool(self._index.ask("select 1 from beside where beside match ? limit 1", (expression,)))


def _is_among(term: Term, spelt: Collection[str]) -> bool:
    *whole, last = tokens(term.words)
    return all(word in spelt for word in whole) and (
        any(word.startswith(last) for word in spelt) if term.is_prefix else last in spelt
    )


def _put(index: sqlite3.Connection, number: int, words: Words) -> None:
    waiting = words.waiting
    if words.title is not None and words.body is not None:
        if waiting.number:
            _leave(index, waiting.number)
        title = f"{words.title}\n{finding.EVERY_TEXT}"
        index.execute("insert into texts (rowid, title, body) values (?,?,?)", (number, title, words.body))
        index.execute("insert into titles (rowid, title) values (?,?)", (number, words.title))
    else:
        index.execute("delete from beside where rowid = ?", (number,))
    index.execute(
        "insert or replace into numbers values (?,?,?,?)", (number, waiting.article, waiting.version, waiting.stamp)
    )
    if any(words.beside.values()):
        index.execute(
            f"insert into beside (rowid, {', '.join(BESIDE)}) values (?,{','.join('?' * len(BESIDE))})",  # noqa: S608
            (number, *(words.beside.get(each, "") for each in BESIDE)),
        )


def _begin_anew(index: sqlite3.Connection) -> None:
    for table in ("texts", "titles"):
        index.execute(f"insert into {table} ({table}) values ('delete-all')")  # noqa: S608 - the names are ours
    for table in ("beside", "numbers", "left_behind", "vocabulary"):
        index.execute(f"delete from {table}")  # noqa: S608 - the names are ours


def _leave(index: sqlite3.Connection, number: int) -> None:
    index.execute("delete from beside where rowid = ?", (number,))
    index.execute("delete from numbers where number = ?", (number,))
    index.execute("insert or ignore into left_behind values (?)", (number,))


def _numbered(index: sqlite3.Connection, found: Sequence[Words]) -> dict[int, Words]:
    """Return words by their numbers: those they have, or for a text that is new one that was never used."""
    numbered: dict[int, Words] = {}
    for words in found:
        number = words.waiting.number
        if words.title is not None:
            number = _first_number(words.waiting)
            while number in numbered or _is_used(index, number):
                number += 1
        numbered[number] = words
    return numbered


def _first_number(waiting: Waiting) -> int:
    try:
        moment = int(datetime.fromisoformat(waiting.added).timestamp() * 1000)
    except ValueError:  # a state from elsewhere, without a time that can be read
        moment = 0
    return (max(0, moment) << _BITS) + int(waiting.article[:_DIGITS], 16)


def _is_used(index: sqlite3.Connection, number: int) -> bool:
    question = "select 1 from numbers where number = ? union all select 1 from left_behind where number = ?"
    return index.execute(question, (number, number)).fetchone() is not None
