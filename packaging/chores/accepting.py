"""`accept`: the long run. Both commands of the README in a clean Debian, without a screen, as root and as anyone."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from chores.clean_debian import ORDINARY_USER, CleanDebian, make_base
from chores.project import BUILD, ROOT, ChoreError, say

DEBIANS = BUILD / "accept"
COMMANDS = ("run", "test")
LINE_TO_RUN = re.compile(r"^\s*(sudo apt-get .+)$", re.MULTILINE)


def accept(_: list[str]) -> int:
    """Run every trial and tell how each went; return the exit status.

    Raises ChoreError when no clean Debian can be made here.
    """
    base = make_base(DEBIANS)
    if _last_line(["git", "status", "--porcelain", "--untracked-files=no"]):
        say("There are changes that are not committed: what is tried is the last commit.")
    results = [f"{name}: {_told(trial, base)}" for name, trial in TRIALS.items()]
    print("\n".join(["", *results]), flush=True)
    return 0 if all(result.endswith(": done") for result in results) else 1


def _told(trial: Callable[[Path], None], base: Path) -> str:
    try:
        trial(base)
    except ChoreError as error:
        return f"FAILED, {error}"
    return "done"


def _as_root(base: Path) -> None:
    """Try a machine of one's own, where what is missing is installed."""
    debian = CleanDebian(base, "as-root")
    _both_commands(debian, "root", debian.clone_project("root"))
    debian.throw_away()


def _as_ordinary_user(base: Path) -> None:
    """Try somebody else's machine: the one line to run is told, and once it was run everything goes."""
    debian = CleanDebian(base, "as-ordinary-user")
    debian.add_ordinary_user()
    project = debian.clone_project(ORDINARY_USER)
    status, printed = debian.run(["python3", "packaging/dev.py", "run"], ORDINARY_USER, project)
    line = LINE_TO_RUN.search(printed)
    if status == 0 or not line:
        raise ChoreError("the first `run` did not name the line that installs what is missing")
    _must(debian, ["sh", "-c", line[1].replace("sudo ", "")], "root", Path("/"))
    _both_commands(debian, ORDINARY_USER, project)
    debian.throw_away()


TRIALS = {"as root": _as_root, "as an ordinary user": _as_ordinary_user}


def _both_commands(debian: CleanDebian, user: str, project: Path) -> None:
    for command in COMMANDS:
        _must(debian, ["python3", "packaging/dev.py", command], user, project)


def _must(debian: CleanDebian, command: list[str], user: str, folder: Path) -> None:
    say(f"As {user}: {' '.join(command)}")
    status, _ = debian.run(command, user, folder)
    if status != 0:
        raise ChoreError(f"{' '.join(command)} ended with status {status}")


def _last_line(command: list[str]) -> str:
    printed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    return printed.strip().rpartition("\n")[2]
