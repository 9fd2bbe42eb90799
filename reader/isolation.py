"""Run pure functions on bytes that nobody vouches for in a process of their own.

That process has no standard streams, may not open connections, start programs or change files, and is limited in time
and memory. The system limits memory and processor time on POSIX (RLIMIT_AS, RLIMIT_CPU; macOS ignores the former);
elsewhere only the clock limits, and a function that needs too much memory is ended by the time it takes.
"""

import contextlib
import gc
import io
import math
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from operator import attrgetter
from types import ModuleType
from typing import Any, Generic, ParamSpec, TypeVar

from reader.errors import ReaderError

if sys.platform != "win32":
    import fcntl
    import resource

P = ParamSpec("P")
T = TypeVar("T")

_ONE_STARTS = threading.Lock()  # a start changes sys.modules for its time: two at once would leave it changed
_WIDE = 1 << 20  # bytes: the most that Linux grants to everybody
_START_S = 60.0  # a loaded machine may take long to start a process; only a broken one takes so long
_MANY_OBJECTS = 50_000  # after which it is worth looking for unused ones: most of what a call makes goes by itself
_END_S = 2.0  # how long a process that was told to end may take before it is killed
_OUT_OF_PROCESSOR_TIME = getattr(signal, "SIGXCPU", None)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED_EVENTS = (
    *("socket.", "ssl.", "ftplib.", "http.", "smtplib.", "urllib.", "webbrowser."),
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "pty."),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.", "tempfile."),
    *("os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: seconds by the clock, and bytes of address space (of which Python itself takes some).

    `niceness` says how much the process gives way to others (POSIX, 0 to 19); nobody waits for its answers then. After
    so many seconds without a call, `idle`, the process ends, and its memory is free; 0 keeps it.
    """

    seconds: float = 60.0
    memory: int = 1 << 30
    niceness: int = 0
    idle: float = 0.0


class Cancelled(Exception):  # noqa: N818 - not an error: it was asked for
    """The call was cancelled while it ran."""


class IsolatedFault(Exception):  # noqa: N818 - what was raised may have been anything
    """The function raised something that is no ReaderError: a fault in it, or something that it may not do."""


class IsolatedWorker:
    """A process that runs one function at a time; started at the first call, and anew after it had to be ended.

    The functions stand at the top of a module. What they are given and return are values: plain ones, dataclasses and
    enumerations of this package; nothing else is taken back, so that a process that was taken over cannot send code.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._one_at_a_time = threading.Lock()
        self._state = threading.Lock()  # guards the three below
        self._process: BaseProcess | None = None
        self._cancelled = False
        self._running = False
        self._to_worker: Connection | None = None
        self._from_worker: Connection | None = None

    def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the function returns, having run it in the process.

        Raises the function's own ReaderError; ReaderError isolation.time, isolation.memory and isolation.crash;
        Cancelled; IsolatedFault for any other exception of the function.
        """
        with self._call():
            return self._answer(_pickled((function, args, kwargs)))[1]  # type: ignore[no-any-return]

    def stream(self, function: Callable[P, Iterator[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """Yield what the function yields, while it goes on; each has the limits of a call for itself.

        Raises as `run` does. Who stops early ends the process.
        """
        with self._call():
            outcome, value = self._answer(_pickled((function, args, kwargs)))
            while outcome == "part":
                try:
                    yield value
                except GeneratorExit:
                    self._end(at_once=True)
                    raise
                outcome, value = self._answer(b"")

    @contextlib.contextmanager
    def _call(self) -> Iterator[None]:
        with self._one_at_a_time:
            with self._state:
                self._running, self._cancelled = True, False
            try:
                yield
            finally:
                with self._state:
                    self._running = False
                if self._cancelled:  # perhaps only after the answer had come
                    self._end()

    def cancel(self) -> None:
        """End the call that is running, from another thread; without one, do nothing."""
        with self._state:
            if self._running:
                self._cancelled = True
                if self._process is not None:
                    self._process.kill()

    def close(self) -> None:
        """End the process. A later call starts another."""
        self.cancel()
        with self._one_at_a_time:
            self._end()

    def _answer(self, request: bytes) -> tuple[str, Any]:
        """Return what comes to a request, or as the next part of a stream to none; raise what went wrong."""
        try:
            if request:
                self._start()
                assert self._to_worker is not None
                self._to_worker.send_bytes(request)
            outcome, value = self._receive(self._limits.seconds)
        except (OSError, EOFError, _OutOfTimeError, pickle.UnpicklingError) as error:
            exit_code = self._end(at_once=isinstance(error, _OutOfTimeError))
            if self._cancelled:
                raise Cancelled from None
            if exit_code == 0 and request and self._limits.idle:  # it ended itself just when it was asked
                return self._answer(request)
            if isinstance(error, _OutOfTimeError) or exit_code == -(_OUT_OF_PROCESSOR_TIME or math.inf):
                raise ReaderError("isolation.time", n=round(self._limits.seconds)) from None
            raise ReaderError("isolation.crash") from error
        if outcome in ("answer", "part"):
            return outcome, value
        if outcome == "told":
            key, values = value
            raise ReaderError(key, **values)
        if outcome == "memory":
            self._end()
            raise ReaderError("isolation.memory", megabytes=self._limits.memory >> 20)
        raise IsolatedFault(value)

    def _start(self) -> None:
        if self._process is not None and self._process.is_alive():
            return
        self._end()
        context = multiprocessing.get_context("spawn")
        requests, to_worker = context.Pipe(duplex=False)
        from_worker, answers = context.Pipe(duplex=False)
        if sys.platform == "linux":  # who is slow to take one keeps the other from what it could do meanwhile
            with contextlib.suppress(OSError):
                for pipe in (from_worker, to_worker):
                    fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _WIDE)
        process = context.Process(target=_serve, args=(requests, answers, self._limits), name="isolated", daemon=True)
        with requests, answers, _ONE_STARTS, _a_bare_main_module():
            process.start()
        with self._state:
            self._process, self._to_worker, self._from_worker = process, to_worker, from_worker
            if self._cancelled:
                process.kill()
        self._receive(_START_S)

    def _receive(self, seconds: float) -> tuple[str, Any]:
        assert self._from_worker is not None
        assert self._process is not None
        # An answer that is already in the pipe counts, even when the process has ended since.
        if not wait([self._from_worker, self._process.sentinel], timeout=seconds):
            raise _OutOfTimeError
        answer = _ValuesOnly(io.BytesIO(self._from_worker.recv_bytes())).load()
        assert isinstance(answer, tuple)
        return answer

    def _end(self, *, at_once: bool = False) -> int | None:
        """End the process, if there is one, and return its exit code. An idle one ends itself when its pipe closes."""
        with self._state:
            process, self._process = self._process, None
        for end in (self._to_worker, self._from_worker):
            if end is not None:
                end.close()
        self._to_worker = self._from_worker = None
        if process is None:
            return None
        process.join(0 if at_once else _END_S)
        if process.is_alive():
            process.kill()
            process.join()
        exit_code = process.exitcode
        process.close()
        return exit_code


@contextlib.contextmanager
def _a_bare_main_module() -> Iterator[None]:
    """Keep multiprocessing from running the program's main module again in the new process, which needs nothing of it.

    It would do so by name or path, whatever that module does: open a window, read standard input.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class _OutOfTimeError(Exception):
    pass


class _Values(pickle.Pickler):
    """Writes dataclasses and enumerations as their class and their values.

    What dataclasses with slots say of themselves takes ten times as long. Python before 3.11.4, Debian 12's among them,
    writes of an enumeration that `getattr` is to be called, which nobody takes back from here.
    """

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return type(value), (value.value,)
        kind: Any = type(value)
        return (kind, _values_of(kind)(value)) if _is_ours(kind) else NotImplemented


def _pickled(value: object) -> bytes:
    out = io.BytesIO()
    _Values(out, protocol=5).dump(value)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Sealed(Generic[T]):
    """A value on its way from one process to another, through hands that need not open it."""

    data: bytes


def sealed(value: T) -> Sealed[T]:
    """Return a value as it travels."""
    return Sealed(_pickled(value))


def opened(value: Sealed[T]) -> T:
    """Return what was sealed. Raises pickle.UnpicklingError for what is none of the values that a process may send."""
    return _ValuesOnly(io.BytesIO(value.data)).load()  # type: ignore[no-any-return]


class _Unpickler(pickle.Unpickler):
    """Reads what _Values writes."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        return _maker_of(found) if isinstance(found, type) and _is_ours(found) else found


class _ValuesOnly(_Unpickler):
    """Reads plain values and this package's dataclasses and enumerations; refuses everything else, which might act."""

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] == __name__.partition(".")[0] and "." not in name:
            found = pickle.Unpickler.find_class(self, module, name)
            if isinstance(found, type) and (_is_ours(found) or issubclass(found, Enum)):
                return super().find_class(module, name)
        message = f"not a value: {module}.{name}"
        raise pickle.UnpicklingError(message)


@cache
def _is_ours(kind: Any) -> bool:
    return is_dataclass(kind) and kind.__module__.partition(".")[0] == __name__.partition(".")[0]


@cache
def _values_of(kind: Any) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of a dataclass's fields."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _maker_of(kind: Any) -> Callable[..., object]:
    """Return what makes a dataclass of the values of its fields, as they were: they were looked at when it was made."""
    names = [field.name for field in fields(kind)]
    is_slotted = "__slots__" in kind.__dict__
    setters = [getattr(kind, name).__set__ for name in names] if is_slotted else []

    def make(*values: Any) -> object:
        made = object.__new__(kind)
        if is_slotted:
            for put, value in zip(setters, values, strict=True):
                put(made, value)
        else:
            made.__dict__.update(zip(names, values, strict=True))
        return made

    return make


def _serve(requests: Connection, answers: Connection, limits: Limits) -> None:
    """Be the process: run what is asked until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to the whole group; it is the parent's to answer
    _let_go_of_standard_streams()
    sys.dont_write_bytecode = True
    gc.set_threshold(_MANY_OBJECTS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(limits.niceness)
    sys.addaudithook(_refuse)
    answers.send_bytes(pickle.dumps(("ready", None)))
    while requests.poll(limits.idle or None):
        try:
            request = requests.recv_bytes()
        except EOFError:
            return
        except MemoryError:
            answers.send_bytes(pickle.dumps(("memory", None)))
            return
        answers.send_bytes(_outcome_of(request, limits, answers))


def _outcome_of(request: bytes, limits: Limits, answers: Connection) -> bytes:
    """Return how a call ended; of one that streams, the parts have been sent."""
    try:
        _limit_processor_time(limits.seconds)
        function, args, kwargs = _Unpickler(io.BytesIO(request)).load()
        value = function(*args, **kwargs)
        if isinstance(value, Iterator):
            for part in value:
                answers.send_bytes(_pickled(("part", part)))
                _limit_processor_time(limits.seconds)
            value = None
        return _pickled(("answer", value))
    except MemoryError:
        return pickle.dumps(("memory", None))
    except ReaderError as error:
        return pickle.dumps(("told", (error.key, error.values)))
    except Exception:  # noqa: BLE001 - whatever it was goes home as words
        return pickle.dumps(("fault", traceback.format_exc(limit=-8)))


def _limit_processor_time(seconds: float) -> None:
    """Let the call that begins have its seconds of processor time; the system counts from the process's start."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def _let_go_of_standard_streams() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


def _end_with_parent() -> None:
    """End at once when the parent has ended, however it did, even in the middle of a long call."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if writes or event.startswith(_REFUSED_EVENTS):
        message = f"not allowed here: {event} {arguments!r:.200}"
        raise PermissionError(message)
