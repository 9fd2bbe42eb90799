"""The chores hold to what they promise: a lock that fits and names no place, and no skip that nobody expects."""

import re
import tomllib

import dev
import pytest
from chores import testing
from chores.build_tools import missing_packages
from chores.project import LOCK, PYPROJECT
from chores.skips import Environment, Skip, why_expected
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite>
  <testcase classname="tests.text.test_words" name="test_a"/>
  <testcase classname="tests.text.test_words" name="test_b"><failure message="no">no</failure></testcase>
  <testcase classname="tests.text.test_words" name="test_c"><error message="no">no</error></testcase>
  <testcase classname="tests.text.test_words" name="test_d"><skipped message="A reason"/></testcase>
</testsuite></testsuites>
"""


def _locked() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_lock_holds_a_fitting_version_of_everything_that_is_asked_for():
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["dependency-groups"]["package"],
    ]
    locked = _locked()
    missing = [
        asked_for
        for asked_for in map(Requirement, asked)
        if not asked_for.specifier.contains(locked.get(canonicalize_name(asked_for.name), "0"))
    ]
    assert not missing, "renew the lock: python3 packaging/dev.py lock"


def test_the_lock_names_no_place_and_has_a_hash_for_everything():
    lock = LOCK.read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert {entry.partition("==")[0] for entry in entries} == set(_locked())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_a_skip_is_expected_only_where_its_condition_holds():
    skip = Skip("tests.journeys.test_window.test_drag", "A real X server is needed (QT_QPA_PLATFORM=xcb)")
    assert why_expected(skip, Environment(screen=False))
    assert why_expected(skip, Environment(screen=True)) is None


def test_a_skip_for_any_other_reason_is_never_expected():
    assert why_expected(Skip("tests.test_a", "later"), Environment(screen=False)) is None


def test_what_pytest_reports_is_counted_by_outcome(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    outcome = testing.read_report(report)
    assert (outcome.passed, outcome.failed) == (1, 2)
    assert outcome.skips == (Skip("tests.text.test_words.test_d", "A reason"),)


@pytest.mark.parametrize("chore", dev.CHORES)
def test_every_chore_is_told_by_the_help(chore):
    assert re.search(rf"^{chore}\b", dev.__doc__ or "", re.MULTILINE)


def test_what_makes_packages_is_asked_for_once_where_it_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = missing_packages()
    assert {"git", "binutils", "lintian"} <= set(missing)
    assert len(missing) == len(set(missing))
