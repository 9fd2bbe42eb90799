"""`list`, and `folders`, `project` and `smart`: what the reader gathers articles in, made, filled and changed."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from reader.catalogue.asked import understood
from reader.catalogue.query import EVERYTHING, Query, Row
from reader.catalogue.saved import to_plain
from reader.cli.results import row_result
from reader.cli.session import Session
from reader.collections.collection import CaseFolder, SmartFolder
from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.text.folding import fold

Folder = SmartFolder | CaseFolder


def folders(session: Session) -> None:
    """List smart folders and projects with how many articles are in each."""
    session.catch_up()
    for folder in _all(session):
        number = len(rows_in(session, folder))
        result = {"id": folder.id, "kind": _kind(folder), "name": folder.name, "articles": number}
        session.out(result, f"{folder.id}  {_kind(folder):7}  {number:6}  {folder.name}")


def project(session: Session) -> None:
    """Make or change a project, and tell what it holds then."""
    session.catch_up()
    arguments, collecting = session.arguments, session.library.collecting
    found = _matching(collecting.case_folders(), arguments.name)
    if arguments.new and not found:
        collecting.new_case_folder(arguments.name)
        found = _matching(collecting.case_folders(), arguments.name)
    folder = _one(found, arguments.name)
    added = [session.library.find_id(each) for each in arguments.add]
    taken_out = [session.library.find_id(each) for each in arguments.take_out]
    if added:
        collecting.put_in(folder.id, added)
    if taken_out:
        collecting.take_out(folder.id, taken_out)
    if arguments.note is not None:
        collecting.write_note(folder.id, arguments.note)
    _answer(session, folder)


def smart(session: Session) -> None:
    """Keep a search under a name, or change one, and tell what it finds then."""
    session.catch_up()
    arguments, collecting = session.arguments, session.library.collecting
    found = _matching(collecting.smart_folders(), arguments.name)
    if arguments.keep:
        query = asked_query(session)
        if found:
            collecting.change_search(_one(found, arguments.name).id, query)
        else:
            collecting.keep_search(arguments.name, query)
        found = _matching(collecting.smart_folders(), arguments.name)
    _answer(session, _one(found, arguments.name))


def asked_query(session: Session) -> Query:
    """Return what the options that narrow a list ask for."""
    arguments = session.arguments
    return Query(
        words=arguments.filter,
        tags=tuple(arguments.tag),
        source=arguments.source,
        language=arguments.language,
        year=arguments.year,
        reading=Reading(arguments.state) if arguments.state else None,
        starred=arguments.starred,
        archived=arguments.archived or None,
        marked=arguments.marked,
        noted=arguments.noted,
    )


def list_articles(session: Session) -> None:
    """List the articles that the options ask for, or those of a folder that they ask for."""
    session.catch_up()
    arguments = session.arguments
    limit = arguments.limit or EVERYTHING
    if arguments.folder:
        rows = rows_in(session, _one(_matching(_all(session), arguments.folder), arguments.folder), limit)
    else:
        rows = session.library.rows(asked_query(session), 0, limit)
    for row in rows:
        session.out(row_result(row), f"{row.id}  {row.published or '—':10}  {row.title}")


def rows_in(session: Session, folder: Folder, limit: int = EVERYTHING) -> list[Row]:
    """Return what is in a folder. A smart folder's words are searched for, as the window does."""
    query = _query_of(session, folder)
    words = understood(query.words)
    if not words:
        return session.library.rows(query, 0, limit)
    with closing(session.library.searching()) as searching:
        searching.fill()
        return [found.row for found in searching.find(words, replace(query, words=""), 0, limit)]


def _answer(session: Session, folder: Folder) -> None:
    """Rename or remove a folder where that is wanted, save, and tell how it is then."""
    arguments, collecting = session.arguments, session.library.collecting
    if arguments.rename is not None:
        collecting.rename(folder.id, arguments.rename)
    if arguments.remove:
        collecting.remove(folder.id)
    if error := session.save_all():
        raise error
    if arguments.remove:
        session.out({"id": folder.id, "status": "removed"}, folder.id)
        return
    now = next(each for each in _all(session) if each.id == folder.id)
    result, lines = _told(session, now)
    session.out(result, "\n".join(lines))


def _told(session: Session, folder: Folder) -> tuple[dict[str, Any], list[str]]:
    rows = rows_in(session, folder)
    lines = [f"{folder.id}  {folder.name}", *(f"{row.id}  {row.title}" for row in rows)]
    result: dict[str, Any] = {"id": folder.id, "kind": _kind(folder), "name": folder.name}
    if isinstance(folder, CaseFolder):
        result["note"] = folder.note
        lines[1:1] = [folder.note] if folder.note else []
    else:
        result["asked"] = to_plain(_query_of(session, folder))
    return result | {"articles": [row.id for row in rows]}, lines


def _query_of(session: Session, folder: Folder) -> Query:
    return session.library.collecting.query_of(folder) if isinstance(folder, SmartFolder) else Query(folder=folder.id)


def _all(session: Session) -> list[Folder]:
    collecting = session.library.collecting
    return [*collecting.smart_folders(), *collecting.case_folders()]


def _kind(folder: Folder) -> str:
    return "smart" if isinstance(folder, SmartFolder) else "project"


def _matching(among: Sequence[Folder], name: str) -> list[Folder]:
    """Return the folders of a name, else those whose id begins so."""
    named = [each for each in among if fold(each.name) == fold(" ".join(name.split()))]
    return named or [each for each in among if name and each.id.startswith(name)]


def _one(found: Sequence[Folder], name: str) -> Folder:
    if len(found) != 1:
        raise ReaderError("folder.ambiguous" if found else "folder.missing", name=name)
    return found[0]
