"""The command line: each command a few lines over the library. What it prints is a contract."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.anchoring import find_quote
from reader.cli.arguments import parser
from reader.cli.checking import backups, check
from reader.cli.exporting import export
from reader.cli.folders import folders, list_articles, project, smart
from reader.cli.importing import import_paths
from reader.cli.rebuilding import rebuild
from reader.cli.results import article_result, entity_result, mark_result, placed_result
from reader.cli.searching import search
from reader.cli.session import SOME_FAILED, Session, in_session
from reader.entities.entity import Entity
from reader.errors import ReaderError
from reader.library import Library
from reader.messages import Messages
from reader.store.layout import Places
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.entities.extraction import Extraction


def run(arguments: Sequence[str], places: Places, language: str) -> int:
    """Run one command; return its exit status: 0 done, 1 some of it failed, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # as JSON writes half a pair
    messages = Messages(language)
    parsed = parser(messages).parse_args(arguments)
    if parsed.command == "self-test":
        from reader.self_test import self_test

        return self_test(messages)
    try:
        status = in_session(parsed, places, messages, _COMMANDS[parsed.command])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our answers has gone, and what is left of them has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return status


def _show(session: Session) -> None:
    library = session.library
    article_id = library.find_id(session.arguments.id)
    article, state = library.article(article_id), library.state(article_id)
    if session.arguments.visual:
        from reader.text.visual import visual

        print("\n".join(visual(block.text, block.direction) for block in article.blocks))
    else:
        session.out(article_result(article_id, article, state.source or article.source), article.text)


def _entities(session: Session) -> None:
    from reader.entities.extraction import Extraction

    extraction, arguments = Extraction.load(), session.arguments
    if arguments.id is not None:
        _say_entities(session, "id", *_entities_of(session.library, arguments.id, extraction))
        return
    from reader.intake.importing import Importer

    with Importer() as importer:
        for outcome in importer.read_paths(arguments.file, plain=arguments.plain):
            if outcome.error:
                session.fail(outcome.error)
            for each in outcome.imported:
                text = each.article.text
                _say_entities(session, "path", str(outcome.path), text, extraction.entities(text))


def _entities_of(library: Library, start: str, extraction: "Extraction") -> tuple[str, str, tuple[Entity, ...]]:
    article = library.find_id(start)
    version, text = library.version(article), library.article(article).text
    mentions = library.kept_mentions(article, version, extraction.version)
    if mentions is None:
        mentions = extraction.mentions(text)
        library.keep_mentions(article, version, extraction.version, mentions)
    decided = extraction.decided(text, extraction.entities(text, mentions), library.deciding.of(article))
    return article, text, decided.entities


def _say_entities(session: Session, key: str, name: str, text: str, entities: Sequence[Entity]) -> None:
    words = "\n".join(f"{each.kind.value:12}  {len(each.mentions):3}  {each.name}" for each in entities)
    session.out({key: name, "text": text, "entities": [entity_result(each) for each in entities]}, words)


def _highlight(session: Session) -> None:
    library, arguments = session.library, session.arguments
    article_id = library.find_id(arguments.id)
    text = library.article(article_id).text
    places = find_quote(text, arguments.quote, arguments.prefix, arguments.suffix)
    span = _one_place(places, arguments, text)
    highlight = library.highlighting.add(article_id, span, arguments.colour, arguments.note, arguments.tag)
    session.save(article_id)
    session.out(mark_result(highlight), highlight.id)


def _one_place(places: Sequence[Span], arguments: argparse.Namespace, text: str) -> Span:
    occurrence: int = arguments.occurrence
    if not places:
        raise ReaderError("quote.missing", quote=arguments.quote)
    if occurrence:
        if occurrence > len(places):
            raise ReaderError("quote.fewer", quote=arguments.quote, n=len(places))
        return places[occurrence - 1]
    if len(places) > 1:
        listed = "\n".join(
            f"{number}. {each.start}–{each.end}: …{text[max(0, each.start - 30) : each.end + 30]}…".replace("\n", " ")
            for number, each in enumerate(places, start=1)
        )
        raise ReaderError("quote.several", quote=arguments.quote, places=listed, n=len(places))
    return places[0]


def _change_mark(session: Session) -> None:
    arguments = session.arguments
    highlight = session.library.highlighting.change(
        arguments.mark, colour=arguments.colour, note=arguments.note, tags=arguments.tag
    )
    session.save(highlight.article)
    session.out(mark_result(highlight), highlight.id)


def _unmark(session: Session) -> None:
    def remove(mark: str) -> None:
        article = session.library.highlighting.find(mark).article
        session.library.highlighting.remove([mark])
        session.save(article)
        session.out({"id": mark, "status": "removed"}, mark)

    session.each(session.arguments.marks, remove)


def _highlights(session: Session) -> None:
    library, wanted = session.library, session.arguments.id
    articles = library.ids() if wanted is None else [library.find_id(wanted)]

    def print_highlights(article: str) -> None:
        for placed in library.highlighting.of(article):
            session.out(
                placed_result(placed), f"{placed.highlight.id}  {placed.highlight.colour:6}  {placed.highlight.quote}"
            )

    session.each(articles, print_highlights)


def _delete(session: Session) -> None:
    _trash(session, session.library.delete, "deleted")


def _restore(session: Session) -> None:
    _trash(session, session.library.restore, "restored")


def _trash(session: Session, act: Callable[[Sequence[str]], None], status: str) -> None:
    def change(name: str) -> None:
        article_id = session.library.find_id(name)
        act([article_id])
        session.save(article_id)
        session.out({"id": article_id, "status": status}, article_id)

    session.each(session.arguments.ids, change)


def _tag(session: Session) -> None:
    def change(name: str) -> None:
        article_id = session.library.find_id(name)
        session.library.collecting.tag([article_id], session.arguments.add, session.arguments.remove)
        session.save(article_id)
        tags = session.library.state(article_id).tags
        session.out({"id": article_id, "tags": list(tags)}, f"{article_id}  {' '.join(f'#{tag}' for tag in tags)}")

    session.each(session.arguments.ids, change)


def _snapshot(session: Session) -> None:
    from reader.gui.snapshot import take_snapshot

    arguments = session.arguments
    article_id = session.library.find_id(arguments.id) if arguments.id else ""
    session.catch_up()
    take_snapshot(
        session.library, article_id, Path(arguments.output), arguments.size, arguments.theme, session.messages.language
    )


_COMMANDS: dict[str, Callable[[Session], None]] = {
    "import": import_paths,
    "list": list_articles,
    "show": _show,
    "entities": _entities,
    "highlight": _highlight,
    "mark": _change_mark,
    "unmark": _unmark,
    "highlights": _highlights,
    "delete": _delete,
    "restore": _restore,
    "tag": _tag,
    "folders": folders,
    "project": project,
    "smart": smart,
    "export": export,
    "snapshot": _snapshot,
    "rebuild": rebuild,
    "search": search,
    "check": check,
    "backups": backups,
}
