"""The system libraries that Qt needs on Linux: found missing by loading them, installed with apt where that is allowed.

The list of packages was found out on Debian 12 with nothing but python3 and pip.
"""

import os
import shutil
import subprocess
import sys

from chores.project import PYTHON, ChoreError, say

QT_PACKAGES = (
    "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libglib2.0-0", "libxkbcommon0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxcb-render-util0",
    "libxcb-image0", "libxcb-randr0", "libxcb-sync1", "libxcb-xfixes0", "libxkbcommon-x11-0",
)  # fmt: skip

# Loads Qt's platforms for a screen and for none, then the modules, and prints the first file that will not load.
PROBE = """
import ctypes, importlib, importlib.util, pathlib
qt = pathlib.Path(importlib.util.find_spec("PySide6").submodule_search_locations[0], "Qt")
try:
    for module in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg"):
        importlib.import_module(f"PySide6.{module}")
    for name in ("libqoffscreen.so", "libqxcb.so"):
        ctypes.CDLL(str(qt / "plugins" / "platforms" / name))
except (ImportError, OSError) as problem:
    print(problem)
"""


def provide_qt_libraries() -> None:
    """Install the libraries that Qt needs, where they are missing and may be installed.

    Raises ChoreError, with the one line to run, where they may not.
    """
    if not sys.platform.startswith("linux"):
        return
    problem = _missing_for_qt()
    if not problem:
        return
    say(f"Qt needs libraries of the system that are not here yet ({problem}).")
    if not install_packages(QT_PACKAGES):
        raise ChoreError(
            "Qt cannot start without them. On Debian and Ubuntu run this line, then try again:\n"
            f"  {line_to_run(QT_PACKAGES)}"
        )
    problem = _missing_for_qt()
    if problem:
        raise ChoreError(f"Qt still cannot start: {problem}")


def install_packages(packages: tuple[str, ...]) -> bool:
    """Install Debian packages as root or by sudo without a password; return whether they are there."""
    may = _privilege()
    if may is None or not shutil.which("apt-get"):
        return False
    say(f"Installing with apt-get: {' '.join(packages)}")
    update = [*may, "apt-get", "update", "--quiet=2"]
    install = [*may, "apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    # Where the lists of packages are missing or out of date, the first attempt fails.
    return _quietly(install) or (_quietly(update) and _quietly(install))


def line_to_run(packages: tuple[str, ...]) -> str:
    """Return the line that a person with the right to do so may run."""
    return f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {' '.join(packages)}"


def _missing_for_qt() -> str:
    return subprocess.run([PYTHON, "-c", PROBE], stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout.strip()


def _privilege() -> list[str] | None:
    """Return what to put before a command that needs root, or None where root is out of reach."""
    if os.geteuid() == 0:
        return []
    without_password = ["sudo", "-n"]
    if shutil.which("sudo") and _succeeds([*without_password, "true"]):
        return without_password
    return None


def _quietly(command: list[str]) -> bool:
    """Run a command of apt's, only its complaints shown, and return whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
