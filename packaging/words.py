"""Bring the window's words up to date: collect them from the code into .ts files, and make .qm files of those.

    python packaging/words.py            after changing words in reader/gui; then translate what is new in hamish_ar.ts
    python packaging/words.py --check    says whether the files are up to date; changes nothing

Run it with the project's environment: the tools come with PySide6.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ar": (), "en": ("-pluralonly",)}


def collect(folder: Path) -> None:
    """Merge the words of the code into the .ts files of a folder; words that are gone go."""
    sources = sorted(map(str, (ROOT / "reader" / "gui").rglob("*.py")))
    for language, options in LANGUAGES.items():
        target = folder / f"hamish_{language}.ts"
        languages = ("-source-language", "en", "-target-language", language)
        _run(
            "lupdate",
            *sources,
            "-silent",
            "-no-obsolete",
            "-locations",
            "none",
            *options,
            *languages,
            "-ts",
            str(target),
        )


def release(folder: Path) -> None:
    """Make the .qm files that the program reads."""
    for language in LANGUAGES:
        _run("lrelease", "-silent", str(folder / f"hamish_{language}.ts"), "-qm", str(folder / f"hamish_{language}.qm"))


def _run(tool: str, *arguments: str) -> None:
    found = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(found), *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Update the files, or check them; return 1 when they are not up to date."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true")
    if not options.parse_args().check:
        collect(FOLDER)
        release(FOLDER)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for language in LANGUAGES:
            shutil.copy(FOLDER / f"hamish_{language}.ts", folder)
        collect(folder)
        release(folder)
        stale = [path.name for path in folder.iterdir() if path.read_bytes() != (FOLDER / path.name).read_bytes()]
    if stale:
        print("Not up to date:", ", ".join(sorted(stale)))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
