"""Acknowledged means durable: the power may go between any two calls, and every sync in the code is needed."""

import ast
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import reader
from reader.articles.article import Article
from reader.library import Library
from reader.store import emptying, upgrades
from reader.store.checking import Checking
from reader.store.clock import now_utc
from reader.store.disk import Disk
from reader.store.layout import RECORD_KINDS, Places
from tests.store.power_cut import RecordingDisk, cuts
from tests.store.story import Story

OPENED = 6
"""Cuts of a run after which a whole library is opened on what is left; all others are looked at file by file."""

SYNCS = frozenset({"sync_file", "sync_folder", "sync_file_system"})


@pytest.fixture(scope="module")
def tell(tmp_path_factory, rich_article: Article) -> Iterator[Callable[..., Story]]:
    """Let a story happen: what is in the trash has been there for long, and there was an older format of everything."""
    later = now_utc() + timedelta(days=emptying.KEPT_DAYS + 1)

    def tell(left_out: str = "", *, syncs_all: bool) -> Story:
        root = tmp_path_factory.mktemp("story")
        story = Story(root, rich_article, RecordingDisk(left_out, syncs_all=syncs_all))
        story.tell()
        return story

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(emptying, "now_utc", lambda: later)
        patch.setattr(upgrades, "FORMATS", dict.fromkeys(upgrades.FORMATS, 2))
        patch.setattr(upgrades, "STEPS", {(kind, 1): lambda document: document for kind in upgrades.FORMATS})
        yield tell


@pytest.fixture(scope="module", params=[True, False], ids=["the whole file system is synced", "files are synced"])
def told(request, tell) -> Story:
    return tell(syncs_all=request.param)


def test_what_was_saved_survives_the_power_going_at_any_moment(told):
    found = [lost for _, _, losses in cuts(told.disk.calls, told.root, 1) for lost in losses]

    assert found == []


def test_every_sync_in_the_code_is_needed(tell, told):
    """Leave out the syncs of one place in the code after the other: each time something must be lost."""
    sites = sorted(told.disk.sites & syncs_in_the_code())
    assert len(sites) >= 5
    idle = []
    for number, site in enumerate(sites):
        story = tell(site, syncs_all=told.disk.syncs_all)
        if not any(losses for _, _, losses in cuts(story.disk.calls, story.root, number)):
            idle.append(site)

    assert idle == []


def test_no_sync_in_the_code_is_left_untried(tell):
    tried = {site for syncs_all in (True, False) for site in tell(syncs_all=syncs_all).disk.sites}

    assert syncs_in_the_code() - tried == set()


def syncs_in_the_code() -> set[str]:
    """Return every place in the program that asks a disk to sync, as the recording disk names it."""
    package = Path(reader.__file__).parent
    return {
        f"{path.name}:{node.lineno} {node.func.attr}"
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SYNCS
    }


@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="Only Linux has files that cannot be synced")
def test_a_real_disk_asks_the_system_to_sync():
    """What the kernel makes up as it is read cannot be synced: an error says that it was asked to."""
    with pytest.raises(OSError, match="Invalid argument"):
        Disk().sync_file(Path("/proc/self/comm"))
    with pytest.raises(OSError, match="Invalid argument"):
        Disk().sync_folder(Path("/proc/self"))


def test_a_library_opens_on_what_is_left(told, tmp_path):
    left = list(cuts(told.disk.calls, told.root, 2))
    for number, (_, files, _) in enumerate(random.Random(3).sample(left, OPENED)):
        root = tmp_path / f"after {number}"
        for path, data in files.items():
            place = root / path.relative_to(told.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        places = Places(root / "library", root / "state", root / "cache")
        library = Library(places, lambda call: call())
        library.catch_up()
        for name in library.ids():
            assert library.article(name).text
            library.highlighting.of(name)
        library.close()
        assert not [each for each in Checking(places).run().problems if each.kind in RECORD_KINDS]
