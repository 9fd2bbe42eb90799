"""What the command line understands."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from reader.annotations.highlight import COLOURS
from reader.cli.usage import told
from reader.collections.state import Reading
from reader.exporting.exported import Content
from reader.exporting.formats import FORMATS
from reader.messages import Messages
from reader.settings import THEMES

NAMES = frozenset(
    {
        "import", "list", "show", "entities", "highlight", "mark", "unmark", "highlights", "delete", "restore",
        "export", "snapshot", "self-test", "rebuild", "search", "check", "backups", "tag",
        "folders", "project", "smart",
    }
)  # fmt: skip
"""All commands: by them the program knows that no window is wanted."""


class _CommandParser(argparse.ArgumentParser):
    """Takes options by their whole names only, so that a later one never changes what a script means.

    What it does not understand it tells in the language of the messages.
    """

    def __init__(self, *, messages: Messages, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)
        self._messages = messages

    def error(self, message: str) -> NoReturn:
        """Tell how a command is used and what is wrong with it, and end with the status 2."""
        usage = self.format_usage().partition(":")[2].strip()
        self.exit(2, f"{self._messages.text('usage.how')} {usage}\nhamish: {told(message, self._messages)}\n")


def parser(messages: Messages) -> argparse.ArgumentParser:
    """Return what understands a command line; its help is in English, its faults are told as the messages are."""

    class CommandParser(_CommandParser):
        def __init__(self, **settings: Any) -> None:
            super().__init__(messages=messages, **settings)

    whole = CommandParser(prog="hamish", usage="%(prog)s [--library DIR] [--lang ar|en] COMMAND …")
    commands = whole.add_subparsers(dest="command", required=True, prog="hamish")
    as_json = CommandParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object a line")

    importing = commands.add_parser("import", parents=[as_json], help="add files and folders to the library")
    importing.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    importing.add_argument("--plain", action="store_true", help="each line a paragraph, no structure guessed")
    importing.add_argument("--chapters", action="store_true", help="each chapter of an e-book an article")
    importing.add_argument(
        "--report", metavar="FILE", type=Path, help="write what became of each input, and what was left over of it"
    )

    listing = commands.add_parser("list", parents=[as_json], help="list the articles")
    _add_narrowing(listing, "words of the title or the source")
    listing.add_argument("--in", dest="folder", metavar="NAME", default="", help="all in a smart folder or project")
    listing.add_argument("--limit", metavar="N", type=_count, default=0)

    showing = commands.add_parser("show", help="show an article")
    showing.add_argument("id", metavar="ID")
    form = showing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--visual", action="store_true", help="for a terminal that does not shape Arabic")

    entities = commands.add_parser("entities", parents=[as_json], help="the people and places of an article")
    which = entities.add_mutually_exclusive_group(required=True)
    which.add_argument("id", metavar="ID", nargs="?")
    which.add_argument("--file", metavar="PATH", nargs="+", type=Path)
    entities.add_argument("--plain", action="store_true", help="each line a paragraph, no structure guessed")

    _add_marking(commands, as_json)
    for name, words in (("delete", "put articles in the trash"), ("restore", "take articles out of the trash")):
        commands.add_parser(name, parents=[as_json], help=words).add_argument("ids", metavar="ID", nargs="+")

    tagging = commands.add_parser("tag", parents=[as_json], help="give articles tags, and take others away")
    tagging.add_argument("ids", metavar="ID", nargs="+")
    tagging.add_argument("--add", metavar="T", action="append", default=[])
    tagging.add_argument("--remove", metavar="T", action="append", default=[])

    _add_folders(commands, as_json)
    _add_exporting(commands)
    snapshot = commands.add_parser("snapshot", help="a picture of the window as it would open")
    snapshot.add_argument("id", metavar="ID", nargs="?", default="")
    snapshot.add_argument("--output", metavar="FILE.png", required=True)
    snapshot.add_argument("--size", metavar="WIDTHxHEIGHT", type=_size, default=(1280, 800))
    snapshot.add_argument("--theme", choices=THEMES, default="")

    searching = commands.add_parser("search", parents=[as_json], help="find articles by their words")
    searching.add_argument("words", metavar="WORDS", nargs="+")
    searching.add_argument("--exact", action="store_true", help="with tashkeel and every form of hamza")
    searching.add_argument("--limit", metavar="N", type=_count, default=0)

    _add_keeping(commands, as_json)
    return whole


def _add_narrowing(command: argparse.ArgumentParser, what_words: str) -> None:
    command.add_argument("--filter", metavar="QUERY", default="", help=what_words)
    command.add_argument("--tag", metavar="T", action="append", default=[])
    command.add_argument("--source", metavar="S", default="")
    command.add_argument("--language", metavar="ar|en|…", default="")
    command.add_argument("--year", metavar="Y", default="", help="2024, or 2024-10")
    command.add_argument("--state", choices=[each.value for each in Reading], default="")
    for name, words in (
        ("starred", "those with a star"),
        ("archived", "those that are put away"),
        ("marked", "those with highlights or notes"),
        ("noted", "those with notes"),
    ):
        command.add_argument(f"--{name}", action="store_true", help=words)


def _add_folders(commands: Any, as_json: _CommandParser) -> None:
    commands.add_parser("folders", parents=[as_json], help="list smart folders and projects")
    project = commands.add_parser(
        "project", parents=[as_json], help="show a project, make it, fill it, write its notes"
    )
    project.add_argument("--new", action="store_true", help="make it where there is none of this name")
    project.add_argument("--add", metavar="ID", action="append", default=[], help="lay an article into it")
    project.add_argument("--take-out", metavar="ID", action="append", default=[], help="take an article out of it")
    project.add_argument("--note", metavar="T", help="its page of notes")
    smart = commands.add_parser("smart", parents=[as_json], help="show a smart folder, or keep a search as one")
    smart.add_argument("--keep", action="store_true", help="keep what the options below ask for")
    _add_narrowing(smart, "what is searched for, as the command search understands it")
    for each in (project, smart):
        each.add_argument("name", metavar="NAME", help="its name, or the beginning of its id")
        each.add_argument("--rename", metavar="NAME")
        each.add_argument("--remove", action="store_true", help="remove it; the articles stay")


def _add_keeping(commands: Any, as_json: _CommandParser) -> None:
    commands.add_parser("self-test", help="import, extract, highlight and read back in a temporary library")
    commands.add_parser("rebuild", parents=[as_json], help="make everything derived again")
    checking = commands.add_parser("check", parents=[as_json], help="find what is wrong with the library's files")
    checking.add_argument("--repair", action="store_true", help="mend what can be mended; nothing is deleted")
    backups = commands.add_parser("backups", parents=[as_json], help="copies of marks, notes, states and decisions")
    what = backups.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help="make one now")
    what.add_argument("--restore", metavar="BACKUP", default="", help="go back to one; what came since stays")


def _add_exporting(commands: Any) -> None:
    exporting = commands.add_parser("export", help="write articles and highlights as files of other formats")
    which = exporting.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", metavar="ID", nargs="*", default=[])
    which.add_argument("--all", action="store_true", help="all articles")
    which.add_argument("--about", metavar="NAME", default="", help="all about a person, a place, an organisation")
    exporting.add_argument("--format", choices=tuple(FORMATS), required=True)
    exporting.add_argument("--content", choices=[each.value for each in Content], default=Content.BOTH.value)
    exporting.add_argument("--output", metavar="PATH", type=Path, help="a file, or a folder for a file of each article")


def _add_marking(commands: Any, as_json: _CommandParser) -> None:
    highlight = commands.add_parser("highlight", parents=[as_json], help="highlight a passage")
    highlight.add_argument("id", metavar="ID")
    highlight.add_argument("--quote", metavar="TEXT", required=True)
    highlight.add_argument("--prefix", metavar="T", default="", help="what stands before it")
    highlight.add_argument("--suffix", metavar="T", default="", help="what stands after it")
    highlight.add_argument(
        "--occurrence", metavar="N", type=_count, default=0, help="which, when it stands several times"
    )
    highlight.add_argument("--colour", choices=COLOURS, default=COLOURS[0])
    highlight.add_argument("--note", metavar="T", default="")
    highlight.add_argument("--tag", metavar="T", action="append", default=[])

    mark = commands.add_parser("mark", parents=[as_json], help="change a highlight")
    mark.add_argument("mark", metavar="MARK")
    mark.add_argument("--colour", choices=COLOURS)
    mark.add_argument("--note", metavar="T")
    mark.add_argument("--tag", metavar="T", action="append")

    unmark = commands.add_parser("unmark", parents=[as_json], help="put highlights in the trash")
    unmark.add_argument("marks", metavar="MARK", nargs="+")

    highlights = commands.add_parser("highlights", parents=[as_json], help="list highlights")
    highlights.add_argument("id", metavar="ID", nargs="?")


def _count(words: str) -> int:
    if not words.isdecimal() or not int(words):
        message = f"not a whole number from 1 on: {words}"
        raise argparse.ArgumentTypeError(message)
    return int(words)


def _size(words: str) -> tuple[int, int]:
    width, separator, height = words.partition("x")
    if not (separator and width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        message = f"not WIDTHxHEIGHT in px: {words}"
        raise argparse.ArgumentTypeError(message)
    return int(width), int(height)
