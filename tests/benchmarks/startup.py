"""How soon the window shows rows and the open article, against a bare PySide6 window with the same article.

Both run by turns, so that a busy machine is busy for both; the clock of each begins with its process.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "resources" / "samples" / "article.ar.txt"
BARE = Path(__file__).parent / "programs" / "bare_window.py"
MOST = 1.25  # the ratio that the application holds itself to


def main() -> int:
    """Measure, print the table, and return 1 when the ratio is above what is promised."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--articles", type=int, default=1000, help="how many articles the library holds")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="hamish-startup-") as folder:
        home = Path(folder)
        environment = _a_home_of_its_own(home)
        hamish = [sys.executable, "-m", "reader", "--library", str(home / "library")]
        _fill(hamish, home / "articles", chosen.articles, environment)
        programs = {
            "a bare PySide6 window": [sys.executable, str(BARE), str(ARTICLE), str(chosen.articles)],
            "hamish": [*hamish, "--measure-startup"],
        }
        for command in programs.values():
            _first_paint_ms(command, environment)  # once unmeasured: files into memory, the last article open
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(chosen.runs):
            for name, command in programs.items():
                times[name].append(_first_paint_ms(command, environment))
    return _tell(times, chosen.articles)


def _a_home_of_its_own(home: Path) -> dict[str, str]:
    places = {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
    }
    return {**os.environ, "HOME": str(home), **{name: str(home / place) for name, place in places.items()}}


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
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)


def _first_paint_ms(command: list[str], environment: dict[str, str]) -> float:
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return float(json.loads(done.stdout)["first_paint_ms"])


def _tell(times: dict[str, list[float]], articles: int) -> int:
    runs = len(next(iter(times.values())))
    platform = os.environ.get("QT_QPA_PLATFORM", "the system's own")
    print(f"First paint, milliseconds since the process began: {runs} runs by turns, platform {platform}")
    print(f"{'':24}{'median':>10}{'least':>10}{'most':>10}")
    for name, measured in times.items():
        print(f"{name:24}{statistics.median(measured):10.0f}{min(measured):10.0f}{max(measured):10.0f}")
    bare, hamish = (statistics.median(measured) for measured in times.values())
    ratio = hamish / bare
    print(f"hamish with {articles} articles / bare: {ratio:.2f} (promised: at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
