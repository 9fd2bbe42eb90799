"""What is wrong with a command line, in the interface's language. argparse says it in English only."""

import re

from reader.messages import Messages

# How argparse of Python 3.11 to 3.14 words each fault, and our message for it.
_FAULTS = (
    ("usage.required", r"the following arguments are required: (?P<what>.+)"),
    ("usage.unknown", r"unrecognized arguments: (?P<what>.+)"),
    ("usage.one_of", r"one of the arguments (?P<what>.+) is required"),
    ("usage.not_with", r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)"),
    ("usage.no_command", r"argument command: invalid choice: (?P<what>.+?) \(choose from (?P<choices>.+)\)"),
    ("usage.no_choice", r"argument (?P<option>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<choices>.+)\)"),
    ("usage.no_value", r"argument (?P<what>.+?): expected (?:one argument|at least one argument|\d+ arguments?)"),
    ("usage.no_number", r"argument (?P<option>.+?): not a whole number from 1 on: (?P<what>.+)"),
    ("usage.no_size", r"argument (?P<option>.+?): not WIDTHxHEIGHT in px: (?P<what>.+)"),
)


def told(fault: str, messages: Messages) -> str:
    """Return what argparse says of a fault in the messages' language; what it says otherwise stays as it is."""
    for key, pattern in _FAULTS:
        if found := re.fullmatch(pattern, fault, re.DOTALL):
            return messages.text(key, **found.groupdict())
    return fault
