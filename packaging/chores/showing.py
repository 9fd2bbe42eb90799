"""`run`: the program does its main job on the sample article, in a window or without one."""

import json
from collections.abc import Sequence
from pathlib import Path

from chores.display import has_display
from chores.project import BUILD, HAMISH, ROOT, ChoreError, answer, run, say

SAMPLES = ROOT / "resources" / "samples"
LIBRARY = BUILD / "run-library"
PICTURE = BUILD / "hamish.png"


def show(arguments: Sequence[str]) -> int:
    """Hand arguments to the program; without any, open the sample in a window, or show it where there is no screen.

    Returns the exit status.
    """
    if arguments:
        return run([HAMISH, *arguments])
    sample = _sample()
    if has_display():
        say(f"Opening the window with the sample article ({sample.relative_to(ROOT)}).")
        return run([HAMISH, sample])
    return _show_without_screen(sample)


def _sample() -> Path:
    samples = sorted(SAMPLES.glob("*.txt"))
    if not samples:
        raise ChoreError(f"There is no sample article in {SAMPLES.relative_to(ROOT)}.")
    return samples[0]


def _show_without_screen(sample: Path) -> int:
    say("There is no screen here, so the same is done without a window, in a library of its own under build/.")
    hamish: list[str | Path] = [HAMISH, "--library", LIBRARY]
    say(f"Importing the sample article ({sample.relative_to(ROOT)}).")
    imported = json.loads(answer([*hamish, "import", sample, "--json"]))
    print(f"{imported['title']}\n", flush=True)
    say("Its people and places:")
    status = run([*hamish, "entities", imported["id"]])
    say("A picture of the window:")
    status = run([*hamish, "snapshot", imported["id"], "--output", PICTURE]) or status
    if status == 0:
        print(f"\n{PICTURE}")
    return status
