"""Renew requirements.lock: what pyproject.toml asks for, with hashes."""

import itertools
import os
import shutil
import subprocess
import tomllib

from chores.project import LOCK, PYPROJECT, ROOT, ChoreError, say

# The newest that is sound on every Python from 3.11; 6.12.0 aborts on 3.11.
PINNED = ("PySide6-Essentials==6.11.3",)

FOR_EVERY_PLATFORM = ("--universal", "--python-version", "3.11")
WITHOUT_ADDRESSES = ("--generate-hashes", "--no-header", "--no-annotate")


def lock(_: list[str]) -> int:
    """Write the lock for every platform, with the hashes of all files that the package index offers, and no address.

    Raises ChoreError when uv, which resolves for other platforms too, is missing or fails.
    """
    uv = shutil.which("uv")
    if not uv:
        raise ChoreError("The lock is made with uv: pip install uv")
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    asked = (
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        project["dependency-groups"]["dev"],
        project["dependency-groups"]["package"],
    )
    # Indexes and folders of wheels that only this machine knows would lend it their hashes, so they are left out.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    command = [uv, "pip", "compile", "--no-config", "--quiet", "--upgrade", *FOR_EVERY_PLATFORM, *WITHOUT_ADDRESSES]
    say(f"Resolving the requirements into {LOCK.relative_to(ROOT)}.")
    done = subprocess.run(
        [*command, "--output-file", LOCK, "-"],
        input="\n".join([*itertools.chain(*asked), *PINNED]),
        env=environment,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise ChoreError("uv could not resolve the requirements; it says why above.")
    return 0
