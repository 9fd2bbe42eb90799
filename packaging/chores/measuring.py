"""`bench`: run the programs of tests/benchmarks, on a screen of our own where there can be one."""

import shutil
from collections.abc import Sequence

from chores.display import OFFSCREEN, own_screen
from chores.project import PYTHON, ROOT, ChoreError, run, say

BENCHMARKS = ROOT / "tests" / "benchmarks"


def bench(names: Sequence[str]) -> int:
    """Run benchmarks by name, or all; what follows `--` goes to each of them. Returns the worst exit status."""
    split = list(names).index("--") if "--" in names else len(names)
    wanted, options = list(names[:split]), list(names[split + 1 :])
    known = sorted(path.stem for path in BENCHMARKS.glob("*.py"))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise ChoreError(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(known)}")
    if shutil.which("Xvfb"):
        with own_screen() as environment:
            return _run_all(wanted or known, options, environment)
    return _run_all(wanted or known, options, OFFSCREEN)


def _run_all(names: Sequence[str], options: Sequence[str], environment: dict[str, str]) -> int:
    status = 0
    for name in names:
        say(f"Measuring: {name}")
        status = max(status, run([PYTHON, BENCHMARKS / f"{name}.py", *options], environment))
    return status
