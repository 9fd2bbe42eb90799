"""`accept`: the long run. A library killed and on two devices; on clean Debians the README's commands, the packages."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from chores.build_tools import provide_build_tools
from chores.bundling import BUNDLE, make_bundle
from chores.clean_debian import ORDINARY_USER, CleanDebian, make_base
from chores.debian_package import make_deb
from chores.lasting import be_killed, keep_two_devices
from chores.project import BUILD, ROOT, ChoreError, say

DEBIANS = BUILD / "accept"
COMMANDS = ("run", "test")
DESKTOP = (
    "xvfb",
    "openbox",
    "pcmanfm",
    "xdotool",
    "imagemagick",
    "dbus-x11",
    "xdg-utils",
    "procps",
    "adwaita-icon-theme",
    "at-spi2-core",
    "python3-pyatspi",
)
LINE_TO_RUN = re.compile(r"^\s*(sudo apt-get .+)$", re.MULTILINE)


def accept(names: list[str]) -> int:
    """Run every trial, or those that are named, and tell how each went; return the exit status.

    Raises ChoreError when no clean Debian can be made here, or there is no trial of a name.
    """
    if set(names) - set(TRIALS):
        raise ChoreError(f"There is no such trial. There are: {', '.join(TRIALS)}")
    wanted = [name for name in TRIALS if name in (names or TRIALS)]
    base = DEBIANS if set(wanted) <= HERE.keys() else make_base(DEBIANS)
    if _last_line(["git", "status", "--porcelain", "--untracked-files=no"]):
        say("There are changes that are not committed: what is tried is the last commit.")
    results = [f"{name}: {_told(trial, base)}" for name, trial in TRIALS.items() if name in wanted]
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


def _packages(base: Path) -> None:
    """Make all packages from a clean clone, on a machine with nothing for it, and keep them to be looked at."""
    debian = CleanDebian(base, "packages")
    project = debian.clone_project("root")
    _must(debian, ["python3", "packaging/dev.py", "package"], "root", project)
    kept = BUILD / "clean-packages"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(debian.root / project.relative_to("/") / "build" / "packages", kept)
    say(f"They are in {kept.relative_to(ROOT)}.")
    debian.throw_away()


def _on_a_desktop(base: Path) -> None:
    """Install the package, do what a person does by double-clicks, and purge it: only the reader's own is left."""
    provide_build_tools()
    make_bundle()
    package = make_deb(BUNDLE)
    debian = CleanDebian(base, "desktop")
    debian.add_ordinary_user()
    desktop = ROOT / "packaging" / "desktop"
    sample = ROOT / "resources" / "samples" / "article.ar.txt"
    for path in (package, *desktop.glob("*.py"), sample):
        shutil.copy(path, debian.root / "opt")
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends"]
    _must(debian, ["apt-get", "update", "--quiet=2"], "root", Path("/"))
    _must(debian, [*install, f"/opt/{package.name}", *DESKTOP], "root", Path("/"))
    home = Path("/home", ORDINARY_USER)
    story = ["dbus-run-session", "python3", "/opt/double_click.py", str(home / "pictures")]
    say("A desktop's story, without a network.")
    status, _ = debian.run(story, ORDINARY_USER, home, offline=True)
    pictures = BUILD / "desktop-pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    shutil.copytree(debian.root / home.relative_to("/") / "pictures", pictures)
    say(f"Pictures of it are in {pictures.relative_to(ROOT)}.")
    if status != 0:
        raise ChoreError("the desktop's story did not go as told")
    say("The window as a screen reader finds it.")
    reading = ["dbus-run-session", "python3", "/opt/read_aloud.py", f"/opt/{sample.name}", "hamish"]
    status, _ = debian.run(reading, ORDINARY_USER, home, offline=True)
    if status != 0:
        raise ChoreError("the window cannot be read aloud")
    _must(debian, ["apt-get", "purge", "--yes", "--quiet=2", "hamish"], "root", Path("/"))
    places = [debian.root / place for place in ("etc", "usr", "var/lib")]
    left = [path for place in places for path in place.rglob("*hamish*")]
    offered = debian.root / "usr/share/applications/mimeinfo.cache"
    left += [offered] if offered.exists() and "hamish" in offered.read_text(encoding="utf-8") else []
    library = debian.root / home.relative_to("/") / ".local/share/hamish/library"
    if left or not library.is_dir():
        raise ChoreError(f"purging left {left} and the reader's library is {'there' if library.is_dir() else 'gone'}")
    debian.throw_away()


HERE = {"killed": lambda _: be_killed(), "two devices": lambda _: keep_two_devices()}
"""What is tried on this machine itself; everything else is on a clean Debian."""

TRIALS = {
    **HERE,
    "as root": _as_root,
    "as an ordinary user": _as_ordinary_user,
    "packages": _packages,
    "on a desktop": _on_a_desktop,
}


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
