"""What is compiled anew at every start, kept from one start to the next as Python keeps a module's code.

WORKAROUND: PySide6 carries its signature support as source in an archive, which it compiles, regular expressions and
all, whenever it is imported; the standard library's dataclasses compile six small functions for each class. Python
keeps none of it. With what the window needs for its first frame that is a quarter of the time.
https://bugreports.qt.io/browse/PYSIDE-1621
"""

import builtins
import dataclasses
import marshal
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import source_hash
from pathlib import Path
from typing import Any, cast

from reader.store.disk import Disk, write_whole

SIGNATURES = ("shibokensupport", "signature_bootstrap")


class CompiledBefore:
    """Keeps compiled code and expressions in a file of the cache folder, by their source. In use from `begin` to `end`.

    A file that is missing, damaged or of another Python is as good as none: then everything is compiled, and kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[bytes, Any] = {}
        self._is_new = False
        self._compile, self._exec = builtins.compile, builtins.exec
        self._expressions: Any = getattr(re, "_compiler", None)  # before Python 3.11 it had another name
        self._compile_expression = getattr(self._expressions, "compile", None)

    def begin(self) -> None:
        """Read what was kept, and be asked before anything of that kind is compiled."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            version, kept = marshal.loads(self._path.read_bytes())  # noqa: S302 - as private as Python's own .pyc files
            if version == sys.version and type(kept) is dict:
                self._kept = kept
        builtins.compile = cast("Any", self._module)
        cast("Any", dataclasses).exec = self._execute
        if self._compile_expression is not None:
            self._expressions.compile = self._expression

    def end(self) -> None:
        """Leave compiling to Python again, and keep what was new."""
        builtins.compile = self._compile
        with suppress(AttributeError):
            del cast("Any", dataclasses).exec
        if self._compile_expression is not None:
            self._expressions.compile = self._compile_expression
        if self._is_new:
            self._is_new = False
            with suppress(OSError, ValueError):
                write_whole(Disk(), {self._path: marshal.dumps((sys.version, self._kept))})
        self._kept = {}

    def _module(self, source: Any, filename: Any, mode: str, *more: Any, **options: Any) -> Any:
        if type(source) is bytes and str(filename).startswith(SIGNATURES) and not more and not options:
            return self._once(source, lambda: self._compile(source, filename, mode))
        return self._compile(source, filename, mode, *more, **options)

    def _execute(self, source: Any, names: Any, results: Any) -> None:
        if type(source) is str:
            code = source.encode()
            source = self._once(code, lambda: self._compile(code, "<string>", "exec", dont_inherit=True))
        self._exec(source, names, results)

    def _expression(self, pattern: Any, flags: Any = 0) -> Any:
        usual = self._compile_expression
        assert usual is not None
        if type(pattern) is not str:
            return usual(pattern, flags)
        engine = self._expressions._sre  # noqa: SLF001 - what is kept are the arguments of its compile
        if isinstance(engine, _Recorder):
            return usual(pattern, flags)
        key = f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass")

        def compile_and_record() -> Any:
            self._expressions._sre = recorder = _Recorder(engine)  # noqa: SLF001
            try:
                usual(pattern, flags)
            finally:
                self._expressions._sre = engine  # noqa: SLF001
            return recorder.arguments

        return engine.compile(*self._once(key, compile_and_record))

    def _once(self, source: bytes, compiled: Callable[[], Any]) -> Any:
        key = source_hash(source)
        made = self._kept.get(key)
        if made is None:
            made = self._kept[key] = compiled()
            self._is_new = True
        return made


class _Recorder:
    """Stands in for the engine of regular expressions and notes what it is told to make."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.arguments: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def compile(self, *arguments: Any) -> Any:
        """Note the arguments and make the expression."""
        self.arguments = tuple(_plain(each) for each in arguments)
        return self._engine.compile(*arguments)


def _plain(value: Any) -> Any:
    """Return the same as marshal can keep it: the engine's instructions are named numbers."""
    if isinstance(value, int):
        return int(value)
    if isinstance(value, list):
        return [int(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value
