"""Trials of what a library must survive for years: a thousand kills, and two devices with the real Syncthing."""

import shutil
import tempfile
from pathlib import Path

from chores.environment import set_up
from chores.project import PYTHON, ROOT, ChoreError, run, say
from chores.system_libraries import install_packages

KILLS, EDITS, SEED = 1000, 500, 1
LIBRARIES = 4
"""So many libraries share the kills: one that grows for a thousand runs is mostly looked at."""

TESTS = ROOT / "tests" / "store"


def be_killed() -> None:
    """Kill a library at random instants and look at what is left. Raises ChoreError when anything is."""
    for seed in range(SEED, SEED + LIBRARIES):
        _harness("killing.py", KILLS // LIBRARIES, seed)


def keep_two_devices() -> None:
    """Edit on two devices with the link cut and mended. Raises ChoreError when they differ, or anything is lost."""
    if not shutil.which("syncthing") and not install_packages(("syncthing",)):
        raise ChoreError("Syncthing is not here and cannot be installed")
    _harness("two_devices.py", EDITS, SEED)


def _harness(name: str, count: int, seed: int) -> None:
    set_up()
    with tempfile.TemporaryDirectory() as folder:
        say(f"{name}: {count}, seed {seed}")
        if run([PYTHON, TESTS / name, Path(folder), str(seed), str(count)]) != 0:
            raise ChoreError(f"{name} found what must not be; it is told above")
