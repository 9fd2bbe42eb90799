"""Where things lie in the checkout, how a chore speaks and how it runs a program."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
HAMISH = PROGRAMS / ("hamish.exe" if os.name == "nt" else "hamish")
LOCK = ROOT / "packaging" / "requirements.lock"
PYPROJECT = ROOT / "pyproject.toml"


class ChoreError(Exception):
    """A chore cannot go on; its text says why and what to do."""


def say(text: str) -> None:
    """Tell what is being done, on stderr: stdout belongs to the program that is run."""
    print(f"· {text}", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's root, its output going where ours goes, and return its exit status."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}, check=False).returncode


def answer(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> str:
    """Run a program in the project's root and return what it printed on stdout.

    Raises ChoreError when it fails; what it said on stderr has been shown.
    """
    environment = {**os.environ, **(environment or {})}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise ChoreError(f"{' '.join(map(str, command))} failed with status {done.returncode}.")
    return done.stdout
