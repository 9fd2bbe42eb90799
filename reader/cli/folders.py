"""`folders`, `project` and `smart`: what the reader gathers articles in, listed, made, filled and changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.catalogue.query import EVERYTHING, Query
from reader.catalogue.saved import to_plain
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
        number = session.library.count(_query_of(session, folder))
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
    """Return what the options that narrow a list ask for. Raises ReaderError folder.missing or folder.ambiguous."""
    arguments = session.arguments
    base = Query()
    if getattr(arguments, "folder", ""):
        base = _query_of(session, _one(_matching(_all(session), arguments.folder), arguments.folder))
    return replace(
        base,
        words=" ".join(filter(None, (base.words, arguments.filter))),
        tags=(*base.tags, *arguments.tag),
        source=arguments.source or base.source,
        language=arguments.language or base.language,
        year=arguments.year or base.year,
        reading=Reading(arguments.state) if arguments.state else base.reading,
        starred=arguments.starred or base.starred,
        archived=arguments.archived or base.archived,
        marked=arguments.marked or base.marked,
        noted=arguments.noted or base.noted,
    )


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
    rows = session.library.rows(_query_of(session, folder), 0, EVERYTHING)
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
