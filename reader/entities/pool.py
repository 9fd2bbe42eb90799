"""Find who and what many articles are about, in processes of their own that give way to everything else."""

import logging
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self
from zlib import crc32

from reader import resources
from reader.entities.decisions import Decisions
from reader.entities.entity import Entity, Mention
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.entities.extraction import Extraction
    from reader.isolation import IsolatedWorker

MOST_PROCESSES = 2
"""Each takes a core and some 150 MB, and two keep up with any import."""

MODEL = "models/names.npz"
RULES = 13
"""To be raised when lists or rules would find or read names otherwise."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """One version of an article, and the reader's decisions that are in force for it.

    `mentions` are what the tagger of that name found before, None for nothing known.
    """

    article: str
    version: str
    text: str
    tagger: str = ""
    mentions: tuple[Mention, ...] | None = None
    decisions: Decisions = field(default_factory=Decisions)


@dataclass(frozen=True, slots=True)
class Found:
    """What an article is about: `entities` as they were extracted, `decided` as the reader wants them.

    `tagger` names what found the mentions; nothing where the article defeated it.
    """

    work: Work
    tagger: str = ""
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    decided: tuple[Entity, ...] = ()


class ExtractionPool:
    """One process a core, two at most. As a context manager it ends them; they start with the first article."""

    def __init__(self, processes: int = 0) -> None:
        from reader.isolation import IsolatedWorker, Limits  # where there is nothing to find it is not needed

        limits = Limits(seconds=120, memory=2 << 30, niceness=15)
        count = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        self._workers = [IsolatedWorker(limits) for _ in range(count)]
        self._cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cancel()
        for worker in self._workers:
            worker.close()

    def cancel(self) -> None:
        """Stop, from another thread: what is being read has no answer; those already given stay."""
        self._cancelled = True
        for worker in self._workers:
            worker.cancel()

    def find(self, works: Iterable[Work]) -> Iterator[Found]:
        """Yield what each article is about, as they come. `works` is asked on other threads, one at a time."""
        from reader.isolation import Cancelled

        answers: SimpleQueue[Found | Exception | None] = SimpleQueue()
        source, one_asks = iter(works), Lock()

        def serve(worker: "IsolatedWorker") -> None:
            try:
                while not self._cancelled:
                    with one_asks:
                        work = next(source, None)
                    if work is None:
                        break
                    answers.put(_found(worker, work))
            except Cancelled:
                pass
            except Exception as error:  # noqa: BLE001 - raised again where the answers are taken
                answers.put(error)
            finally:
                answers.put(None)

        threads = [Thread(target=serve, args=(worker,), daemon=True) for worker in self._workers]
        for thread in threads:
            thread.start()
        try:
            yield from _until_all_ended(answers, len(threads))
        finally:
            self.cancel()
            for thread in threads:
                thread.join()


def basis() -> str:
    """Return a name for the rules and the model that ship: the same names a second time are not looked for again."""
    with zipfile.ZipFile(resources.locate(MODEL)) as packed:
        checks = " ".join(f"{info.filename} {info.CRC}" for info in packed.infolist())
    return f"{RULES}-{crc32(checks.encode()):08x}"


def tagger_version() -> str:
    """Return the version of the tagger that ships, without loading its model."""
    from reader.entities.listed import ListedNames
    from reader.entities.neural.rules import RULES as AROUND_THE_NETWORK

    with zipfile.ZipFile(resources.locate(MODEL)) as packed:
        array = packed.read("version.npy")  # behind ten bytes, of which the last two count those of a heading
    model = array[10 + int.from_bytes(array[8:10], "little") :].decode()
    return f"neural {AROUND_THE_NETWORK} {model} {ListedNames.version}"


def tag(text: str) -> tuple[Mention, ...]:
    """Return what the tagger finds in a text. Runs in the process."""
    return _extraction().mentions(text)


def extract(
    text: str, tagger: str, mentions: tuple[Mention, ...] | None, decisions: Decisions
) -> tuple[str, tuple[Mention, ...], tuple[Entity, ...], tuple[Entity, ...]]:
    """Return what the tagger is called, what it finds in a text, who and what the text is about, and that decided.

    Runs in the process. `mentions` serve if this very tagger found them.
    """
    extraction = _extraction()
    if mentions is None or tagger != extraction.version:
        mentions = extraction.mentions(text)
    entities = extraction.entities(text, mentions)
    return extraction.version, mentions, entities, extraction.decided(text, entities, decisions).entities


@cache
def _extraction() -> "Extraction":
    """Return the process's extraction, which stays loaded from article to article."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # the other core has a process of its own
    from reader.entities.extraction import Extraction

    return Extraction.load()


def _found(worker: "IsolatedWorker", work: Work) -> Found:
    """Return what an article is about; nothing for one that the process cannot bear, which is not tried again."""
    from reader.isolation import IsolatedFault

    try:
        return Found(work, *worker.run(extract, work.text, work.tagger, work.mentions, work.decisions))
    except (ReaderError, IsolatedFault) as error:
        _log.error("An article of %d letters could not be looked through: %s", len(work.text), error)
        return Found(work)


def _until_all_ended(answers: "SimpleQueue[Found | Exception | None]", count: int) -> Iterator[Found]:
    while count:
        answer = answers.get()
        if answer is None:
            count -= 1
        elif isinstance(answer, Exception):
            raise answer
        else:
            yield answer
