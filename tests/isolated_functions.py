"""What test_isolation.py has run in a process of its own; apart from it, so that the process need not load pytest."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.articles.article import Block, BlockKind, WrittenDate
from reader.errors import ReaderError
from reader.text.direction import Direction


class Machinery:
    """Something that is no value: unpickling it runs what its process asks for."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.getpid, ()


def double(number: int) -> int:
    return number * 2


def size_of(data: bytes) -> int:
    return len(data)


def process_id() -> int:
    return os.getpid()


def a_block(text: str) -> Block:
    date = {"date": WrittenDate("2024-10-21", text)}
    return Block(id="b1", kind=BlockKind.LEAD, text=text, direction=Direction.RTL, extra=date)


def tell(file: str) -> None:
    raise ReaderError("import.empty", file=file)


def divide_by_nothing() -> float:
    return 1 / 0


def return_machinery() -> Machinery:
    return Machinery()


def take_for_ever(flag: str = "") -> None:
    while not flag or not Path(flag).exists():
        time.sleep(0.01)


def take_memory(size: int) -> int:
    return len(bytearray(size))


def crash() -> None:
    os.abort()


def leave_without_a_word() -> None:
    os._exit(0)


def read_standard_input() -> str:
    return sys.stdin.read() if sys.stdin else ""


def open_descriptors() -> list[str]:
    folder = Path("/proc/self/fd")
    return [str(entry.readlink()) for entry in folder.iterdir() if entry.exists()]


def loaded_modules() -> list[str]:
    return sorted(sys.modules)


def open_a_connection() -> None:
    socket.create_connection(("127.0.0.1", 9))


def ask_for_a_name() -> None:
    socket.getaddrinfo("localhost", 80)


def start_a_program() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def write(path: str) -> None:
    Path(path).write_text("x", encoding="utf-8")


def remove(path: str) -> None:
    Path(path).unlink()


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def count_to(last: int) -> Iterator[int]:
    yield from range(1, last + 1)


def count_and_fail() -> Iterator[int]:
    yield 1
    raise ReaderError("import.empty", file="ن")
