import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reader.crew import Crew
from reader.intake.importing import Importer
from reader.isolation import Limits

NOBODY = 65534


@pytest.fixture(scope="module")
def importer() -> Iterator[Importer]:
    """Read in one process, which all tests of a module share."""
    crew = Crew(Limits(seconds=60), most=1)  # started here, it outlives a test
    crew.run(len, "")
    yield Importer(crew)
    crew.close()


@pytest.fixture
def without_rights() -> Callable[[Path], AbstractContextManager[None]]:
    """Take the rights of a file or folder away for a while. Root has all rights, so it is nobody meanwhile."""

    @contextlib.contextmanager
    def taken(path: Path) -> Iterator[None]:
        mode = path.stat().st_mode
        parents = [parent for parent in path.parents if parent.stat().st_uid == os.getuid() and parent != Path("/")]
        modes = {parent: parent.stat().st_mode for parent in parents}
        for parent in parents:
            parent.chmod(modes[parent] | 0o755)
        path.chmod(0)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)
            path.chmod(mode)
            for parent, before in modes.items():
                parent.chmod(before)

    return taken
