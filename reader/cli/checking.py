"""`check` and `backups`: whether the library's files are sound, mending them, and copies of what the reader made."""

from reader.cli.session import SOME_FAILED, Session
from reader.errors import ReaderError
from reader.lasting import Checked
from reader.store.checking import Trouble


def check(session: Session) -> None:
    """Tell every problem and what can be done about it, or do it."""
    lasting = session.library.lasting
    if session.arguments.repair:
        found, checked = lasting.repair()
    else:
        found = lasting.check()
        checked = tuple(Checked(problem) for problem in found.problems)
    if not all(each.is_repaired for each in checked):
        session.status = SOME_FAILED
    problems = [
        {"path": str(each.problem.path), "problem": each.problem.trouble.value, "repaired": each.is_repaired}
        for each in checked
    ]
    lines = [_in_words(session, each) for each in checked]
    lines.append(session.messages.text("check.articles", n=found.articles))
    lines.append(session.messages.text("check.problems", n=len(problems)))
    if found.leftovers:
        lines.append(session.messages.text("check.leftovers", n=found.leftovers))
    session.out({"articles": found.articles, "highlights": found.highlights, "problems": problems}, "\n".join(lines))


def _in_words(session: Session, checked: Checked) -> str:
    words, problem = session.messages.text, checked.problem
    what = words(f"check.{problem.trouble}", file=str(problem.path))
    if checked.is_repaired:
        return f"{what} {words('check.repaired')}"
    if session.arguments.repair:
        return f"{what} {words('check.left')}"
    return f"{what} {words(f'check.would_{_remedy(problem.trouble)}')}"


def _remedy(trouble: Trouble) -> str:
    match trouble:
        case Trouble.CONFLICT | Trouble.DUPLICATED:
            return "merge"
        case Trouble.DAMAGED:
            return "mend"
        case Trouble.TEXT_MISSING | Trouble.VERSION_MISSING | Trouble.IMAGE_MISSING:
            return "read_again"
        case Trouble.STATE_MISSING:
            return "list_again"
        case _:
            return "leave"


def backups(session: Session) -> None:
    """List the backups, make one, or go back to one."""
    arguments, kept = session.arguments, session.library.lasting.backups
    if arguments.restore:
        changed = session.library.lasting.restore_backup(arguments.restore)
        error = session.save_all()
        if error:
            raise error
        words = session.messages.text("backup.restored", n=changed)
        session.out({"id": arguments.restore, "status": "restored", "changed": changed}, words)
        return
    if arguments.make:
        made = kept.make()
        if not made:
            raise ReaderError("backup.empty")
    for name in kept.names():
        session.out({"id": name}, name)
