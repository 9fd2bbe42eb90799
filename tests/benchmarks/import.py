"""How well and how fast articles are read from what a reader has, each figure beside the limit it is to keep.

Each module of tests/benchmarks/importing is a section with a function `figures()`; see importing/figure.py. Sections
can be chosen: `dev.py bench import -- html pdf`. The exit status is 1 when a limit is not kept.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from importing.figure import Figure  # noqa: E402 - found through the path above

SECTIONS = sorted(path.stem for path in (HERE / "importing").glob("*.py") if path.stem not in ("__init__", "figure"))


def main() -> int:
    """Print the figures of the sections, and say how many limits are not kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sections", nargs="*", choices=[*SECTIONS, []])
    chosen, _ = options.parse_known_args()  # the rest is for the other benchmarks
    missed = 0
    for name in chosen.sections or SECTIONS:
        section = import_module(f"importing.{name}")
        print(f"\n{section.__doc__.splitlines()[0]}")
        for figure in section.figures():
            print(_line(figure), flush=True)
            missed += not figure.is_kept
    print(f"\n{missed} limits are not kept" if missed else "\nEvery limit is kept")
    return int(missed > 0)


def _line(figure: Figure) -> str:
    if figure.limit is None:
        return f"  {figure.name:58}{figure.shown(figure.value):>10}"
    sign = "≥" if figure.at_least else "≤"
    mark = "" if figure.is_kept else "   ✗"
    return f"  {figure.name:58}{figure.shown(figure.value):>10}   {sign} {figure.shown(figure.limit)}{mark}"


if __name__ == "__main__":
    sys.exit(main())
