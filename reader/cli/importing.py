"""The command `import`: what it adds, what it says of each input, and the report that it writes."""

import gc
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.session import SOME_FAILED, Session
from reader.errors import ReaderError
from reader.store.disk import Disk, describe, write_whole

if TYPE_CHECKING:
    from reader.intake.importing import Outcome
    from reader.intake.ready import Ready
    from reader.store.addition import Addition


_Begun = tuple["Sequence[Outcome]", "Sequence[Addition]"]

_SWITCH_S = 0.0005
"""Seconds after which a busy thread lets another run: those that talk to the processes that read are soon done."""

_MANY_OBJECTS = 50_000
"""New ones after which unused ones are looked for: next to all of what is imported goes by itself."""

_MANY = 100
"""Articles of a batch that is written while the next ones are read, which come at once, rather than waited for."""


def do_nothing_else() -> None:
    """Have the whole process serve an import of much."""
    sys.setswitchinterval(_SWITCH_S)
    gc.set_threshold(_MANY_OBJECTS)


def import_paths(session: Session) -> None:
    """Add files and folders, a batch at a time; what became of all of them can be written into a file."""
    from reader.intake.importing import Importer, in_batches

    do_nothing_else()
    arguments = session.arguments
    report: list[dict[str, Any]] = []
    begun: list[_Begun] = []
    with Importer() as importer:
        found = importer.read_paths(arguments.paths, plain=arguments.plain, chapters=arguments.chapters)
        for batch in in_batches(found):
            if not session.keep_up():
                report += _finish(session, begun)
            while len(begun) > 1:  # the last of them may still be being written, beside this one's being added
                report += _say(session, *begun.pop(0))
            begun.append((batch, session.library.add([each for outcome in batch for each in outcome.imported])))
            if len(begun[-1][1]) < _MANY:
                report += _finish(session, begun)
    report += _finish(session, begun)
    if arguments.report is not None:
        _write(arguments.report, report)


def _finish(session: Session, begun: list[_Begun]) -> list[dict[str, Any]]:
    """Wait until what was added is safe, say what became of it, and return it; nothing of it is begun any more."""
    not_saved = session.save_all() if begun else None
    finished, begun[:] = tuple(begun), ()
    return [result for each in finished for result in _say(session, *each, not_saved)]


def _say(
    session: Session, batch: "Sequence[Outcome]", added: "Sequence[Addition]", not_saved: ReaderError | None = None
) -> list[dict[str, Any]]:
    """Say what became of a batch, and return it with what was left over; of what is unsaved `not_saved` says why."""
    additions = iter(added)
    unsaved = session.library.unsaved() if not_saved else frozenset()
    report = []
    for outcome in batch:
        errors = ([outcome.error] if outcome.error else []) + list(outcome.failures)
        report += [_say_failed(session, outcome, error) for error in errors]
        for imported, addition in zip(outcome.imported, islice(additions, len(outcome.imported)), strict=True):
            if not_saved and addition.id in unsaved:
                report.append(_say_failed(session, outcome, not_saved))
            else:
                report.append(_say_imported(session, outcome, imported, addition))
        if outcome.leftovers:
            report.append(_result(outcome, "left_over") | {"left_over": list(outcome.leftovers)})
    return report


def _say_failed(session: Session, outcome: "Outcome", error: ReaderError) -> dict[str, Any]:
    session.status = SOME_FAILED
    words = session.messages.error_of_command(error)
    result = _result(outcome, "failed") | {"error": words}
    session.out(result, words)
    return result


def _say_imported(session: Session, outcome: "Outcome", imported: "Ready", addition: "Addition") -> dict[str, Any]:
    path = str(outcome.path)
    words = session.messages.text(
        _message_of(addition), title=addition.title, id=addition.id, file=path, n=addition.highlights
    )
    result = _result(outcome, addition.status) | {"id": addition.id, "title": addition.title}
    session.out(result, words)
    return result | {
        "highlights": addition.highlights,
        "unplaced": addition.unplaced,
        "unreadable": imported.unreadable,
        "left_over": list(imported.leftovers),
    }


def _message_of(addition: "Addition") -> str:
    """Return which message says what became of an article: of one that was there, also what was added to it."""
    if addition.status != "duplicate":
        return f"import.{addition.status}"
    brought = "highlights" if addition.highlights else addition.brought
    return f"import.duplicate_{brought}" if brought else "import.duplicate"


def _result(outcome: "Outcome", status: str) -> dict[str, Any]:
    return {"path": str(outcome.path), "status": status, "id": None, "title": None, "error": None}


def _write(path: Path, report: Iterable[dict[str, Any]]) -> None:
    """Write a report, one JSON object a line. Raises ReaderError."""
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in report)
    try:
        write_whole(Disk(), {path: lines.encode("utf-8", "replace")})
    except OSError as error:
        raise describe(error, path) from error
