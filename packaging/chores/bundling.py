"""The program in one folder with its own Python and Qt: made by PyInstaller, pruned, stripped, tested by itself."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from chores.project import BUILD, PROGRAMS, PYPROJECT, PYTHON, ROOT, ChoreError, run, say

FOLDER = ROOT / "packaging" / "bundle"
ICONS = BUILD / "icons"
BUNDLE = BUILD / "bundle" / "hamish"

# numpy's own build of OpenBLAS was patched after linking; strip moves its segments to where they cannot be loaded.
NOT_STRIPPED = ("numpy.libs",)

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP")
"""What tells a program on one system or another where its user's files are."""


def version() -> str:
    """Return the program's version."""
    return str(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])


def make_bundle() -> Path:
    """Make the bundle anew, have it test itself, and return its folder.

    Raises ChoreError when it cannot be made or fails its own test.
    """
    say("Drawing the icons.")
    _must([PYTHON, FOLDER / "icons.py", ICONS], "The icons could not be drawn.")
    say("Making the bundle.")
    shutil.rmtree(BUNDLE.parent, ignore_errors=True)
    folders: list[str | Path] = ["--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller"]
    pyinstaller: list[str | Path] = [
        PROGRAMS / "pyinstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
        *folders,
    ]
    _must([*pyinstaller, FOLDER / "hamish.spec"], "PyInstaller failed; it says why above.")
    if sys.platform == "linux":
        _strip(BUNDLE)
    test_itself([BUNDLE / ("hamish-console.exe" if sys.platform == "win32" else "hamish")])
    return BUNDLE


def test_itself(program: list[str | Path]) -> None:
    """Run a package's self-test in a home of its own.

    Raises ChoreError when it fails.
    """
    say(f"Testing {program[-1]} by its own self-test.")
    with tempfile.TemporaryDirectory(prefix="hamish-package-") as home:
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **dict.fromkeys(HOMES, home)}
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        for arguments in (["self-test"], ["snapshot", "--output", str(Path(home, "window.png"))]):
            done = subprocess.run([*program, *arguments], env=environment, cwd=home, check=False)
            if done.returncode != 0:
                raise ChoreError(f"{program[-1]} {arguments[0]} failed with status {done.returncode}.")


def tell_sizes(folder: Path, rows: int = 15) -> None:
    """Print what takes the room in a bundle, the largest first, in MB."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(folder).parts
            name = "/".join(parts[1:3] if parts[0] == "_internal" else parts[:1])
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    print(f"{sum(sizes.values()) / 1e6:8.1f} MB  the whole bundle")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:rows]:
        print(f"{size / 1e6:8.1f} MB  {name}")


def _strip(bundle: Path) -> None:
    """Take debugging symbols out of all that is native."""
    for path in sorted(bundle.rglob("*")):
        is_native = path.is_file() and not path.is_symlink() and path.open("rb").read(4) == b"\x7fELF"
        # PyInstaller's archive hangs at the end of the program itself, where strip would cut it off.
        if is_native and path.parent != bundle and not any(part in NOT_STRIPPED for part in path.parts):
            subprocess.run(["strip", "--strip-unneeded", path], check=False, stderr=subprocess.DEVNULL)
            path.chmod(0o644)


def _must(command: list[str | Path], complaint: str) -> None:
    if run(command, {"PYTHONPATH": str(ROOT)}) != 0:
        raise ChoreError(complaint)
