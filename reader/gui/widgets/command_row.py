"""What a list of commands shows of each. Qt's lists are loaded when one is shown."""

from dataclasses import dataclass

FIXED_ID = "fixed."
"""What the id of a row begins with whose keys are always the same."""


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command, or a heading, which has no id.

    `keys` are shown as they are; `also` are further words that it is found by.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    also: str = ""
