"""The command line: each command a few lines over the library. What it prints is a contract."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.annotations.anchoring import find_quote
from reader.annotations.highlight import COLOURS, Highlight, PlacedHighlight, Status
from reader.articles.article import Article
from reader.catalogue.query import Query, Row
from reader.entities.entity import Entity
from reader.errors import ReaderError
from reader.library import Library
from reader.messages import Messages
from reader.store.layout import Places
from reader.text.spans import Span

DONE, SOME_FAILED, NOT_UNDERSTOOD = 0, 1, 2

NOT_YET = ("search", "export", "check", "rebuild")
"""Commands of the contract that are still to come; each says so."""

EVERYTHING = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with."""

    library: Library
    messages: Messages
    arguments: argparse.Namespace

    def out(self, result: dict[str, Any], words: str) -> None:
        """Print one result: as a JSON object on a line, or in words."""
        as_json = getattr(self.arguments, "json", False)
        print(json.dumps(result, ensure_ascii=False) if as_json else words, flush=as_json)

    def complain(self, error: ReaderError) -> None:
        """Tell what went wrong, apart from the results."""
        print(self.messages.error(error), file=sys.stderr)

    def each(self, names: Iterable[str], act: Callable[[str], None]) -> int:
        """Do something to each of several things; one that fails does not stop the rest. Return the exit status."""
        status = DONE
        for name in names:
            try:
                act(name)
            except ReaderError as error:
                self.complain(error)
                status = SOME_FAILED
        return status


def run(arguments: Sequence[str], places: Places, language: str) -> int:
    """Run one command; return its exit status: 0 done, 1 some of it failed, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    parsed = _parser().parse_args(arguments)
    messages = Messages(language)
    if parsed.command in NOT_YET:
        print(messages.text("command.not_yet", command=parsed.command), file=sys.stderr)
        return NOT_UNDERSTOOD
    if parsed.command == "self-test":
        from reader.self_test import self_test

        return self_test(messages)
    try:
        return _with_library(parsed, places, messages)
    except BrokenPipeError:
        sys.stderr.close()
        return SOME_FAILED


def _with_library(parsed: argparse.Namespace, places: Places, messages: Messages) -> int:
    library = Library(places, post=lambda callback: callback())
    session = Session(library, messages, parsed)
    try:
        status = _COMMANDS[parsed.command](session)
        library.flush()
    except ReaderError as error:
        session.complain(error)
        status = SOME_FAILED
    finally:
        library.close()
    return status


def _import(session: Session) -> int:
    from reader.intake.importing import Importer

    library, status = session.library, DONE
    with Importer() as importer:
        for outcome in importer.read_paths(session.arguments.paths, plain=session.arguments.plain):
            path = str(outcome.path)
            if outcome.error:
                status = SOME_FAILED
                words = session.messages.error(outcome.error)
                session.out({"path": path, "status": "failed", "id": None, "title": None, "error": words}, words)
                continue
            additions = library.add(outcome.imported)
            library.flush()
            for addition in additions:
                result = {"path": path, "status": addition.status, "id": addition.id, "title": addition.title}
                words = session.messages.text(
                    f"import.{addition.status}", title=addition.title, id=addition.id, file=path
                )
                session.out({**result, "error": None}, words)
    return status


def _list(session: Session) -> int:
    session.library.catch_up()
    query = Query(words=session.arguments.filter)
    for row in session.library.rows(query, 0, session.arguments.limit or EVERYTHING):
        session.out(_row(row), f"{row.id}  {row.published or '—':10}  {row.title}")
    return DONE


def _show(session: Session) -> int:
    library = session.library
    article_id = library.find_id(session.arguments.id)
    article, state = library.article(article_id), library.state(article_id)
    if session.arguments.visual:
        from reader.text.visual import visual

        print("\n".join(visual(block.text, block.direction) for block in article.blocks))
    else:
        session.out(_article(article_id, article, state.source or article.source), article.text)
    return DONE


def _entities(session: Session) -> int:
    from reader.entities.extraction import Extraction

    extraction, library, arguments = Extraction(), session.library, session.arguments

    def print_entities(key: str, name: str, text: str) -> None:
        entities = extraction.entities(text)
        words = "\n".join(f"{each.kind.value:12}  {len(each.mentions):3}  {each.name}" for each in entities)
        session.out({key: name, "text": text, "entities": [_entity(each) for each in entities]}, words)

    if arguments.id:
        article_id = library.find_id(arguments.id)
        print_entities("id", article_id, library.article(article_id).text)
        return DONE
    from reader.intake.importing import Importer

    status = DONE
    with Importer() as importer:
        for outcome in importer.read_paths(arguments.file, plain=arguments.plain):
            if outcome.error:
                session.complain(outcome.error)
                status = SOME_FAILED
            for each in outcome.imported:
                print_entities("path", str(outcome.path), each.article.text)
    return status


def _highlight(session: Session) -> int:
    library, arguments = session.library, session.arguments
    article_id = library.find_id(arguments.id)
    text = library.article(article_id).text
    places = find_quote(text, arguments.quote, arguments.prefix, arguments.suffix)
    span = _one_place(places, arguments, text)
    highlight = library.add_highlight(article_id, span, arguments.colour, arguments.note, arguments.tag)
    library.flush()
    session.out(_mark(highlight), highlight.id)
    return DONE


def _one_place(places: Sequence[Span], arguments: argparse.Namespace, text: str) -> Span:
    if not places:
        raise ReaderError("quote.missing", quote=arguments.quote)
    if arguments.occurrence:
        if not 1 <= arguments.occurrence <= len(places):
            raise ReaderError("quote.fewer", quote=arguments.quote, n=len(places))
        return places[arguments.occurrence - 1]
    if len(places) > 1:
        listed = "\n".join(
            f"{number}. {each.start}–{each.end}: …{text[max(0, each.start - 30) : each.end + 30]}…".replace("\n", " ")
            for number, each in enumerate(places, start=1)
        )
        raise ReaderError("quote.several", quote=arguments.quote, places=listed, n=len(places))
    return places[0]


def _change_mark(session: Session) -> int:
    arguments = session.arguments
    highlight = session.library.change_highlight(
        arguments.mark, colour=arguments.colour, note=arguments.note, tags=arguments.tag
    )
    session.library.flush()
    session.out(_mark(highlight), highlight.id)
    return DONE


def _unmark(session: Session) -> int:
    def remove(mark: str) -> None:
        session.library.remove_highlights([mark])
        session.library.flush()
        session.out({"id": mark, "status": "removed"}, mark)

    return session.each(session.arguments.marks, remove)


def _highlights(session: Session) -> int:
    library = session.library
    articles = [library.find_id(session.arguments.id)] if session.arguments.id else library.ids()

    def print_highlights(article: str) -> None:
        for placed in library.highlights(article):
            session.out(
                _placed(placed), f"{placed.highlight.id}  {placed.highlight.colour:6}  {placed.highlight.quote}"
            )

    return session.each(articles, print_highlights)


def _delete(session: Session) -> int:
    return _trash(session, session.library.delete, "deleted")


def _restore(session: Session) -> int:
    return _trash(session, session.library.restore, "restored")


def _trash(session: Session, act: Callable[[Sequence[str]], None], status: str) -> int:
    def change(name: str) -> None:
        article_id = session.library.find_id(name)
        act([article_id])
        session.library.flush()
        session.out({"id": article_id, "status": status}, article_id)

    return session.each(session.arguments.ids, change)


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source or None,
        "published": row.published or None,
        "added": row.added,
        "state": row.reading.value,
        "words": row.words,
        "direction": row.direction.value,
        "tags": list(row.tags),
        "highlights": row.highlights,
    }


def _article(article_id: str, article: Article, source: str) -> dict[str, Any]:
    return {
        "id": article_id,
        "title": article.title,
        "published": article.published.iso if article.published else None,
        "source": source or None,
        "authors": list(article.authors),
        "credits": list(article.credits),
        "language": article.language or None,
        "direction": article.direction.value,
        "blocks": [
            {"kind": block.kind.value, "text": block.text, "direction": block.direction.value}
            for block in article.blocks
        ],
        "text": article.text,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "kind": entity.kind.value,
        "name": entity.name,
        "role": entity.role or None,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "country": entity.country or None,
        "mentions": [{"start": each.span.start, "end": each.span.end, "text": each.text} for each in entity.mentions],
    }


def _mark(highlight: Highlight, span: Span | None = None) -> dict[str, Any]:
    where = span or highlight.span
    return {
        "id": highlight.id,
        "article": highlight.article,
        "start": where.start,
        "end": where.end,
        "colour": highlight.colour,
        "note": highlight.note,
        "tags": list(highlight.tags),
    }


def _placed(placed: PlacedHighlight) -> dict[str, Any]:
    result = {**_mark(placed.highlight, placed.span), "quote": placed.highlight.quote, "status": placed.status.value}
    return result | {"start": None, "end": None} if placed.status is Status.ORPHAN else result


def _snapshot(session: Session) -> int:
    from reader.gui.snapshot import take_snapshot

    arguments = session.arguments
    article_id = session.library.find_id(arguments.id) if arguments.id else ""
    session.library.catch_up()
    take_snapshot(
        session.library, article_id, Path(arguments.output), arguments.size, arguments.theme, session.messages.language
    )
    return DONE


_COMMANDS: dict[str, Callable[[Session], int]] = {
    "import": _import,
    "list": _list,
    "show": _show,
    "entities": _entities,
    "highlight": _highlight,
    "mark": _change_mark,
    "unmark": _unmark,
    "highlights": _highlights,
    "delete": _delete,
    "restore": _restore,
    "snapshot": _snapshot,
}

NAMES = frozenset({*_COMMANDS, *NOT_YET, "self-test"})
"""All commands: by them the program knows that no window is wanted."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hamish")
    commands = parser.add_subparsers(dest="command", required=True)
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object a line")

    importing = commands.add_parser("import", parents=[as_json], help="add files and folders to the library")
    importing.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    importing.add_argument("--plain", action="store_true", help="each line a paragraph, no structure guessed")

    listing = commands.add_parser("list", parents=[as_json], help="list the articles")
    listing.add_argument("--filter", metavar="QUERY", default="")
    listing.add_argument("--limit", metavar="N", type=_count, default=0)

    showing = commands.add_parser("show", help="show an article")
    showing.add_argument("id", metavar="ID")
    form = showing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--visual", action="store_true", help="for a terminal that does not shape Arabic")

    entities = commands.add_parser("entities", parents=[as_json], help="the people and places of an article")
    which = entities.add_mutually_exclusive_group(required=True)
    which.add_argument("id", metavar="ID", nargs="?")
    which.add_argument("--file", metavar="PATH", nargs="+", type=Path)
    entities.add_argument("--plain", action="store_true", help="each line a paragraph, no structure guessed")

    _add_marking(commands, as_json)
    for name, words in (("delete", "put articles in the trash"), ("restore", "take articles out of the trash")):
        commands.add_parser(name, parents=[as_json], help=words).add_argument("ids", metavar="ID", nargs="+")

    snapshot = commands.add_parser("snapshot", help="a picture of the window as it would open")
    snapshot.add_argument("id", metavar="ID", nargs="?", default="")
    snapshot.add_argument("--output", metavar="FILE.png", required=True)
    snapshot.add_argument("--size", metavar="WIDTHxHEIGHT", type=_size, default=(1280, 800))
    snapshot.add_argument("--theme", metavar="NAME", default="")

    commands.add_parser("self-test", help="import, extract, highlight and read back in a temporary library")
    for name in NOT_YET:
        commands.add_parser(name, help="not yet").add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _add_marking(commands: Any, as_json: argparse.ArgumentParser) -> None:
    highlight = commands.add_parser("highlight", parents=[as_json], help="highlight a passage")
    highlight.add_argument("id", metavar="ID")
    highlight.add_argument("--quote", metavar="TEXT", required=True)
    highlight.add_argument("--prefix", metavar="T", default="", help="what stands before it")
    highlight.add_argument("--suffix", metavar="T", default="", help="what stands after it")
    highlight.add_argument(
        "--occurrence", metavar="N", type=_count, default=0, help="which, when it stands several times"
    )
    highlight.add_argument("--colour", choices=COLOURS, default=COLOURS[0])
    highlight.add_argument("--note", metavar="T", default="")
    highlight.add_argument("--tag", metavar="T", action="append", default=[])

    mark = commands.add_parser("mark", parents=[as_json], help="change a highlight")
    mark.add_argument("mark", metavar="MARK")
    mark.add_argument("--colour", choices=COLOURS)
    mark.add_argument("--note", metavar="T")
    mark.add_argument("--tag", metavar="T", action="append")

    unmark = commands.add_parser("unmark", parents=[as_json], help="put highlights in the trash")
    unmark.add_argument("marks", metavar="MARK", nargs="+")

    highlights = commands.add_parser("highlights", parents=[as_json], help="list highlights")
    highlights.add_argument("id", metavar="ID", nargs="?", default="")


def _count(words: str) -> int:
    number = int(words)
    if number < 0:
        message = f"not a count: {words}"
        raise argparse.ArgumentTypeError(message)
    return number


def _size(words: str) -> tuple[int, int]:
    width, separator, height = words.partition("x")
    if not (separator and width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        message = f"not WIDTHxHEIGHT in px: {words}"
        raise argparse.ArgumentTypeError(message)
    return int(width), int(height)
