"""How soon the window shows rows and the open article, against a bare PySide6 window with the same article.

With --bundle: how soon the program as users install it does, against the same from its source. Both run by turns, so
that a busy machine is busy for both; the clock of each begins with its process.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.programs.starts import RUNS, Measured, Program, bare_window, by_turns, median  # noqa: E402

ARTICLE = ROOT / "resources" / "samples" / "article.ar.txt"
BUNDLE = ROOT / "build" / "bundle" / "hamish" / "hamish"
MOST = 1.25  # the ratio that the application holds itself to
MOST_OF_BUNDLE = 1.15  # and the bundle, whose modules lie in an archive


def main() -> int:
    """Measure, print the table, and return 1 when the ratio is above what is promised."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=RUNS)
    options.add_argument("--articles", type=int, default=1000, help="how many articles the library holds")
    options.add_argument("--bundle", type=Path, nargs="?", const=BUNDLE, help="a bundle's program, by default ours")
    chosen = options.parse_args()
    if chosen.bundle and not chosen.bundle.is_file():
        options.error(f"{chosen.bundle} is not there: python3 packaging/dev.py package bundle")
    with tempfile.TemporaryDirectory(prefix="hamish-startup-") as folder:
        home = Path(folder)
        environment = _a_home_of_its_own(home)
        library = ["--library", str(home / "library")]
        hamish = [sys.executable, "-m", "reader", *library]
        _fill(hamish, home / "articles", chosen.articles, environment)
        from_source = Program([*hamish, "--measure-startup"], environment)
        if chosen.bundle:
            bundle = Program([str(chosen.bundle), *library, "--measure-startup"], environment)
            measured = by_turns({"hamish from its source": from_source, "hamish as a bundle": bundle}, chosen.runs)
        else:
            bare = bare_window(ARTICLE)
            measured = by_turns({"a bare PySide6 window": bare, "hamish": from_source}, chosen.runs)
    return _tell(measured, chosen.articles, MOST_OF_BUNDLE if chosen.bundle else MOST)


def _a_home_of_its_own(home: Path) -> dict[str, str]:
    places = {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
    }
    return {"HOME": str(home), **{name: str(home / place) for name, place in places.items()}}


def _fill(hamish: list[str], folder: Path, count: int, environment: dict[str, str]) -> None:
    """Import as many articles as asked, the sample last; the others are the sample with a number of their own."""
    folder.mkdir()
    sample = ARTICLE.read_text(encoding="utf-8")
    title, rest = sample.split("\n", 1)
    for number in range(1, count):
        text = f"{title} — {number}\n{rest}\n\nهذه هي النسخة رقم {number} من المقال.\n"
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    (folder / f"{count:06}.txt").write_text(sample, encoding="utf-8")
    command = [*hamish, "import", str(folder), "--json"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, check=True)


def _tell(starts: Measured, articles: int, most: float) -> int:
    """Print both, and the ratio of the second to the first; return 1 when that is too high."""
    runs = len(next(iter(starts.values())))
    platform = os.environ.get("QT_QPA_PLATFORM", "the system's own")
    print(f"First paint, milliseconds since the process began: {runs} runs by turns, platform {platform}")
    print(f"{'':24}{'median':>10}{'least':>10}{'most':>10}")
    medians = {name: median(measured, "first_paint_ms") for name, measured in starts.items()}
    for name, measured in starts.items():
        times = [each["first_paint_ms"] for each in measured]
        print(f"{name:24}{medians[name]:10.0f}{min(times):10.0f}{max(times):10.0f}")
    compared, ours = medians
    ratio = medians[ours] / medians[compared]
    print(f"{ours} / {compared}, with {articles} articles: {ratio:.2f} (promised: at most {most})")
    return 0 if ratio <= most else 1


if __name__ == "__main__":
    sys.exit(main())
