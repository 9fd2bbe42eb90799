"""Start: without a command open the window, with one run it. Qt is imported for the window and its pictures only."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WITH_VALUE = {"--library": "library", "--lang": "language"}
HELP = ("-h", "--help")


@dataclass(frozen=True, slots=True)
class Start:
    """What the program was asked to do, before any command of its own."""

    library: Path | None = None
    language: str = ""
    measures: bool = False
    rest: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    from reader.store.layout import places_of

    start = understand(sys.argv[1:] if arguments is None else arguments)
    if start is None:
        return 2
    places = places_of(start.library)
    language = start.language or system_language()
    if start.rest and (start.rest[0] in _commands() or start.rest[0] in HELP or _is_mistyped(start.rest[0])):
        from reader.cli import commands

        return commands.run(start.rest, places, language)
    if _has_no_screen():
        from reader.messages import Messages

        print(f"hamish: {Messages(language).text('window.no_screen')}", file=sys.stderr)
        return 1
    gc.disable()  # as QuickStart does, but sooner: what is imported stays for good, and is looked through 36 times
    from reader.gui import app

    files = [Path(name) for name in start.rest]
    return app.run(files, places, start.language, measures_startup=start.measures)


def understand(arguments: Sequence[str]) -> Start | None:
    """Return what the options before a command ask for; None, after saying so, when they are not understood."""
    values: dict[str, str] = {}
    rest = list(arguments)
    measures = False
    while rest and rest[0].startswith("-") and rest[0] not in HELP:
        name, _, value = rest.pop(0).partition("=")
        if name == "--":  # what follows are files, whatever they are called
            rest = [os.path.join(os.curdir, file) for file in rest]  # noqa: PTH118 - Path drops the ./
            break
        if name == "--measure-startup" and not value:
            measures = True
        elif name in WITH_VALUE and (value or any(rest[:1])):
            values[WITH_VALUE[name]] = value or rest.pop(0)
        else:
            print(f"hamish: {name}?", file=sys.stderr)
            return None
    if values.get("language", "ar") not in ("ar", "en"):
        print("hamish: --lang ar|en", file=sys.stderr)
        return None
    library = Path(values["library"]).absolute() if "library" in values else None
    return Start(library, values.get("language", ""), measures, tuple(rest))


def system_language() -> str:
    """Return ar where the system's messages are in Arabic, else en."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ar" if next((name for name in names if name), "").startswith("ar") else "en"


def _commands() -> frozenset[str]:
    from reader.cli.arguments import NAMES

    return NAMES


def _is_mistyped(name: str) -> bool:
    """Return whether a word was meant as a command: files have an ending or a folder, or are there."""
    return name.isascii() and name.replace("-", "").isalpha() and not Path(name).exists()


def _has_no_screen() -> bool:
    """Return whether no window can be shown: Qt would end the program, and the next start tell of a crash."""
    return sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
