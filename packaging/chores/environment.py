"""The virtual environment at the project's root, made from the lock with nothing but Python and pip."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys

from chores.project import HAMISH, LOCK, PROGRAMS, PYPROJECT, PYTHON, ROOT, VENV, ChoreError, run, say
from chores.system_libraries import provide_qt_libraries

STAMP = VENV / "made-from"


def set_up(*, anew: bool = False) -> None:
    """Make the environment, install the locked requirements and the project itself; quick when nothing changed.

    anew: look again at what the stamp says is done.
    Raises ChoreError when something is missing that this may not install.
    """
    wanted = _fingerprint()
    if not anew and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted and HAMISH.is_file():
        _compile()
        return
    STAMP.unlink(missing_ok=True)
    _make_environment()
    _install()
    provide_qt_libraries()
    _compile()
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Ready: {PROGRAMS.relative_to(ROOT)} holds everything.")


def _compile() -> None:
    """Have the project's modules compiled, as pip does for what it installs.

    Where PYTHONDONTWRITEBYTECODE is set they would be compiled at every start, which takes as long as all the rest.
    """
    run([PYTHON, "-m", "compileall", "-q", ROOT / "reader"])


def _fingerprint() -> str:
    """Return what the environment depends on: the lock, the project's description, its place and this Python."""
    digest = hashlib.sha256()
    for part in (LOCK.read_bytes(), PYPROJECT.read_bytes(), str(ROOT).encode(), sys.version.encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _make_environment() -> None:
    if PYTHON.is_file() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    say(f"Making the environment {VENV.relative_to(ROOT)} for Python {sys.version.split()[0]}.")
    # Without pip of its own, so that Debian's python3 does without the package python3-venv.
    if run([sys.executable, "-m", "venv", "--without-pip", VENV]) != 0:
        raise ChoreError(f"{sys.executable} cannot make a virtual environment.")


def _install() -> None:
    pip = _pip()
    say(f"Installing what {LOCK.relative_to(ROOT)} names, each file checked against its hash.")
    # Twice quiet: errors only, not a warning for each file that one of several indexes does not have.
    quiet = ["install", "--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    if run([*pip, *quiet, "--require-hashes", "--requirement", LOCK]) != 0:
        raise ChoreError("The requirements could not be installed; pip says why above.")
    say("Installing the project itself, so that it runs from this checkout.")
    # The lock holds the build backend, so nothing is fetched here.
    if run([*pip, *quiet, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT]) != 0:
        raise ChoreError("The project itself could not be installed; pip says why above.")


def _pip() -> list[str]:
    """Return the command that installs into the environment: this Python's pip, else one made inside it."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    has_own = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*has_own, "--version"], capture_output=True, check=False).returncode == 0:
        return has_own
    if subprocess.run([PYTHON, "-m", "ensurepip"], capture_output=True, check=False).returncode == 0:
        return has_own
    raise ChoreError("pip is missing. On Debian and Ubuntu: sudo apt-get install python3-pip")
