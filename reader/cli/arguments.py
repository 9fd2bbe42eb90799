"""What the command line understands."""

import argparse
from collections.abc import Callable
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


Say = Callable[[str], str]
"""Gives what the help says of a command or an option, in the language of the messages."""


class _CommandParser(argparse.ArgumentParser):
    """Takes options by their whole names only, so that a later one never changes what a script means.

    Its help, and what it does not understand, it tells in the language of the messages.
    """

    def __init__(self, *, messages: Messages, add_help: bool = True, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        self._messages = messages
        if add_help:
            self.add_argument("-h", "--help", action="help", help=messages.text("help.help"))

    def format_usage(self) -> str:
        """Return how the command is used."""
        return self._in_our_words(super().format_usage())

    def format_help(self) -> str:
        """Return how the command is used, and what each of its options does."""
        self._positionals.title = self._messages.text("help.positionals")  # not before: parents' groups join by title
        self._optionals.title = self._messages.text("help.options")
        return self._in_our_words(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Tell how a command is used and what is wrong with it, and end with the status 2."""
        self.exit(2, f"{self.format_usage()}hamish: {told(message, self._messages)}\n")

    def _in_our_words(self, words: str) -> str:
        return f"{self._messages.text('usage.how')}{words.removeprefix('usage:')}"


def parser(messages: Messages) -> argparse.ArgumentParser:
    """Return what understands a command line; its help and its faults are told as the messages are."""

    class CommandParser(_CommandParser):
        def __init__(self, **settings: Any) -> None:
            super().__init__(messages=messages, **settings)

    def say(name: str) -> str:
        return messages.text(f"help.{name}")

    whole = CommandParser(prog="hamish", usage="%(prog)s [--library DIR] [--lang ar|en] COMMAND …")
    commands = whole.add_subparsers(dest="command", required=True, prog="hamish")
    as_json = CommandParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help=say("json_lines"))

    importing = commands.add_parser("import", parents=[as_json], help=say("import"))
    importing.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    importing.add_argument("--plain", action="store_true", help=say("plain"))
    importing.add_argument("--chapters", action="store_true", help=say("chapters"))
    importing.add_argument("--report", metavar="FILE", type=Path, help=say("report"))

    listing = commands.add_parser("list", parents=[as_json], help=say("list"))
    _add_narrowing(listing, say("words"), say)
    listing.add_argument("--in", dest="folder", metavar="NAME", default="", help=say("in"))
    listing.add_argument("--limit", metavar="N", type=_count, default=0)

    showing = commands.add_parser("show", help=say("show"))
    showing.add_argument("id", metavar="ID")
    form = showing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=say("json"))
    form.add_argument("--visual", action="store_true", help=say("visual"))

    entities = commands.add_parser("entities", parents=[as_json], help=say("entities"))
    which = entities.add_mutually_exclusive_group(required=True)
    which.add_argument("id", metavar="ID", nargs="?")
    which.add_argument("--file", metavar="PATH", nargs="+", type=Path)
    entities.add_argument("--plain", action="store_true", help=say("plain"))

    _add_marking(commands, as_json, say)
    for name, words in (("delete", say("delete")), ("restore", say("restore"))):
        commands.add_parser(name, parents=[as_json], help=words).add_argument("ids", metavar="ID", nargs="+")

    tagging = commands.add_parser("tag", parents=[as_json], help=say("tag"))
    tagging.add_argument("ids", metavar="ID", nargs="+")
    tagging.add_argument("--add", metavar="T", action="append", default=[])
    tagging.add_argument("--remove", metavar="T", action="append", default=[])

    _add_folders(commands, as_json, say)
    _add_exporting(commands, say)
    snapshot = commands.add_parser("snapshot", help=say("snapshot"))
    snapshot.add_argument("id", metavar="ID", nargs="?", default="")
    snapshot.add_argument("--output", metavar="FILE.png", required=True)
    snapshot.add_argument("--size", metavar="WIDTHxHEIGHT", type=_size, default=(1280, 800))
    snapshot.add_argument("--theme", choices=THEMES, default="")

    searching = commands.add_parser("search", parents=[as_json], help=say("search"))
    searching.add_argument("words", metavar="WORDS", nargs="+")
    searching.add_argument("--exact", action="store_true", help=say("exact"))
    searching.add_argument("--limit", metavar="N", type=_count, default=0)

    _add_keeping(commands, as_json, say)
    return whole


def _add_narrowing(command: argparse.ArgumentParser, what_words: str, say: Say) -> None:
    command.add_argument("--filter", metavar="QUERY", default="", help=what_words)
    command.add_argument("--tag", metavar="T", action="append", default=[])
    command.add_argument("--source", metavar="S", default="")
    command.add_argument("--language", metavar="ar|en|…", default="")
    command.add_argument("--year", metavar="Y", default="", help=say("year"))
    command.add_argument("--state", choices=[each.value for each in Reading], default="")
    for name, words in (
        ("starred", say("starred")),
        ("archived", say("archived")),
        ("marked", say("marked")),
        ("noted", say("noted")),
    ):
        command.add_argument(f"--{name}", action="store_true", help=words)


def _add_folders(commands: Any, as_json: _CommandParser, say: Say) -> None:
    commands.add_parser("folders", parents=[as_json], help=say("folders"))
    project = commands.add_parser("project", parents=[as_json], help=say("project"))
    project.add_argument("--new", action="store_true", help=say("new"))
    project.add_argument("--add", metavar="ID", action="append", default=[], help=say("add"))
    project.add_argument("--take-out", metavar="ID", action="append", default=[], help=say("take_out"))
    project.add_argument("--note", metavar="T", help=say("project_note"))
    smart = commands.add_parser("smart", parents=[as_json], help=say("smart"))
    smart.add_argument("--keep", action="store_true", help=say("keep"))
    _add_narrowing(smart, say("query"), say)
    for each in (project, smart):
        each.add_argument("name", metavar="NAME", help=say("name"))
        each.add_argument("--rename", metavar="NAME")
        each.add_argument("--remove", action="store_true", help=say("remove"))


def _add_keeping(commands: Any, as_json: _CommandParser, say: Say) -> None:
    commands.add_parser("self-test", help=say("self_test"))
    commands.add_parser("rebuild", parents=[as_json], help=say("rebuild"))
    checking = commands.add_parser("check", parents=[as_json], help=say("check"))
    checking.add_argument("--repair", action="store_true", help=say("repair"))
    backups = commands.add_parser("backups", parents=[as_json], help=say("backups"))
    what = backups.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help=say("make"))
    what.add_argument("--restore", metavar="BACKUP", default="", help=say("backup"))


def _add_exporting(commands: Any, say: Say) -> None:
    exporting = commands.add_parser("export", help=say("export"))
    which = exporting.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", metavar="ID", nargs="*", default=[])
    which.add_argument("--all", action="store_true", help=say("all"))
    which.add_argument("--about", metavar="NAME", default="", help=say("about"))
    exporting.add_argument("--format", choices=tuple(FORMATS), required=True)
    exporting.add_argument("--content", choices=[each.value for each in Content], default=Content.BOTH.value)
    exporting.add_argument("--output", metavar="PATH", type=Path, help=say("output"))


def _add_marking(commands: Any, as_json: _CommandParser, say: Say) -> None:
    highlight = commands.add_parser("highlight", parents=[as_json], help=say("highlight"))
    highlight.add_argument("id", metavar="ID")
    highlight.add_argument("--quote", metavar="TEXT", required=True)
    highlight.add_argument("--prefix", metavar="T", default="", help=say("prefix"))
    highlight.add_argument("--suffix", metavar="T", default="", help=say("suffix"))
    highlight.add_argument("--occurrence", metavar="N", type=_count, default=0, help=say("occurrence"))
    highlight.add_argument("--colour", choices=COLOURS, default=COLOURS[0])
    highlight.add_argument("--note", metavar="T", default="")
    highlight.add_argument("--tag", metavar="T", action="append", default=[])

    mark = commands.add_parser("mark", parents=[as_json], help=say("mark"))
    mark.add_argument("mark", metavar="MARK")
    mark.add_argument("--colour", choices=COLOURS)
    mark.add_argument("--note", metavar="T")
    mark.add_argument("--tag", metavar="T", action="append")

    unmark = commands.add_parser("unmark", parents=[as_json], help=say("unmark"))
    unmark.add_argument("marks", metavar="MARK", nargs="+")

    highlights = commands.add_parser("highlights", parents=[as_json], help=say("highlights"))
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
