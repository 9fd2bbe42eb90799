"""Killed at any instant: nothing that was acknowledged is lost, and no file is harmed (see killing.py)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNS, SEED = 50, 20261122
HARNESS = Path(__file__).with_name("killing.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Only POSIX can fork a process")
def test_a_library_survives_being_killed_again_and_again(tmp_path):
    command = [sys.executable, str(HARNESS), str(tmp_path), str(SEED), str(RUNS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 faults" in done.stdout
