"""Starts of the window and of a bare one by turns, each in a process of its own, as users start them."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BARE = Path(__file__).with_name("bare_window.py")
ROWS = 1000
"""What the bare window's list has, however many articles ours has."""

RUNS = 9

Measured = dict[str, list[dict[str, float]]]
"""What each program printed of its starts, by the program's name."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and what its environment has beside ours."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def bare_window(article: Path) -> Program:
    """Return the bare window with an article's text."""
    return Program([sys.executable, str(BARE), str(article), str(ROWS)])


def by_turns(programs: Mapping[str, Program], runs: int = RUNS) -> Measured:
    """Start all programs by turns, so that a busy machine is busy for all.

    A first round is not counted: it brings files into memory, and the last article to be opened again.
    """
    measured: Measured = {name: [] for name in programs}
    for run in range(runs + 1):
        for name, program in programs.items():
            printed = started(program)
            if run:
                measured[name].append(printed)
    return measured


def started(program: Program) -> dict[str, float]:
    """Return what a program prints of its start.

    Modules are compiled once, as they are where the program is installed, whatever the environment says.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **program.environment, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(program.command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def median(starts: Sequence[Mapping[str, float]], name: str) -> float:
    """Return the median of a figure."""
    return statistics.median(each[name] for each in starts)
