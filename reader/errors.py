"""What goes wrong in a way that the reader can be told, apart from faults of the program."""


class ReaderError(Exception):
    """Something that the reader is to be told: a message's key and the values of its placeholders.

    The words stand in resources/translations/messages.*.json and say what happened, to which file, what was kept
    and what to do. Every other exception is a fault of the program and goes to the crash handler.
    """

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return f"{self.key} {self.values}" if self.values else self.key
