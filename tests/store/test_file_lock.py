import os
import subprocess
import sys

import pytest
from filelock import FileLock as OtherLock
from filelock import Timeout

from reader.store.file_lock import FileLock, LockInUseError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.lock"


def test_whoever_comes_second_is_told_that_the_lock_is_in_use(path):
    with FileLock(path), pytest.raises(LockInUseError):
        FileLock(path).acquire()


def test_once_it_was_let_go_another_has_it(path):
    first, second = FileLock(path), FileLock(path, timeout=20)
    first.acquire()
    first.release()
    with second:
        assert path.exists()


def test_it_ends_with_its_process(path):
    program = (
        "import sys, pathlib; from reader.store.file_lock import FileLock; lock = FileLock(pathlib.Path(sys.argv[1]));"
        "lock.acquire(); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        with pytest.raises(LockInUseError):
            FileLock(path).acquire()
        holder.kill()
        holder.wait()
        FileLock(path, timeout=20).acquire()


def test_it_excludes_the_lock_that_earlier_versions_took_and_is_excluded_by_it(path):
    with FileLock(path), pytest.raises(Timeout):
        OtherLock(path, timeout=0).acquire()
    with OtherLock(path), pytest.raises(LockInUseError):
        FileLock(path).acquire()


@pytest.mark.skipif(os.name != "posix", reason="A file that is open cannot be removed elsewhere")
def test_a_lock_on_a_file_that_was_removed_meanwhile_keeps_nobody_out(path):
    first = FileLock(path)
    first.acquire()
    path.unlink()
    with FileLock(path):
        first.release()
        with pytest.raises(LockInUseError):
            FileLock(path).acquire()


def test_where_no_file_can_be_made_the_disk_says_why(tmp_path):
    with pytest.raises(FileNotFoundError):
        FileLock(tmp_path / "nowhere" / "library.lock").acquire()
