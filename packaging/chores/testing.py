"""Lint and tests: everything that must hold, told in one run that ends with the line a machine can read."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chores.display import OFFSCREEN, PACKAGES, can_make_screen, own_screen
from chores.project import BUILD, PROGRAMS, PYTHON, run, say
from chores.skips import Environment, Skip, why_expected
from chores.system_libraries import line_to_run

CHECKS = (
    ("ruff check", (PROGRAMS / "ruff", "check", "--quiet")),
    ("ruff format", (PROGRAMS / "ruff", "format", "--check", "--quiet", "--output-format", "concise")),
    ("mypy", (PROGRAMS / "mypy", "--no-error-summary")),
    ("import contracts", (PROGRAMS / "lint-imports", "--no-logo")),
)
NOTHING_COLLECTED = 5
ON_EVERY_CORE = ("--numprocesses=auto", "--dist=worksteal")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of pytest came to. A run that died counts as one failure."""

    passed: int = 0
    failed: int = 0
    skips: tuple[Skip, ...] = ()

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.passed + other.passed, self.failed + other.failed, self.skips + other.skips)


def lint(_: Sequence[str]) -> int:
    """Run every check that needs no test; return the exit status."""
    return 1 if _failed_checks() else 0


def _failed_checks() -> int:
    failures = 0
    for name, command in CHECKS:
        say(f"Checking: {name}")
        if run(command) != 0:
            say(f"{name}: FAILED")
            failures += 1
    return failures


def test(arguments: Sequence[str]) -> int:
    """Run the checks and all tests, or only the tests that pytest's arguments select; return the exit status."""
    broken_checks = 0 if arguments else _failed_checks()
    screen = can_make_screen()
    if not screen:
        say(f"Without an X server the tests of real windows are skipped. To run them: {line_to_run(PACKAGES)}")
    say("Testing without a screen.")
    shared_out = () if arguments else ON_EVERY_CORE
    outcome = _pytest("offscreen", [*arguments, *shared_out, *(["--windows=offscreen"] if screen else [])], OFFSCREEN)
    if screen:
        say("Testing real windows on an X server of our own.")
        with own_screen() as environment:
            outcome += _pytest("real-windows", [*arguments, "--windows=real"], environment)
    unexpected = _tell_skips(outcome.skips, Environment(screen=screen))
    if broken_checks:
        print(f"{broken_checks} of {len(CHECKS)} checks failed; see above.")
    print(f"{outcome.passed} passed, {outcome.failed} failed, {len(outcome.skips)} skipped", flush=True)
    return 1 if broken_checks or outcome.failed or unexpected else 0


def renew_pictures(_: Sequence[str]) -> int:
    """Write the pictures that tests compare with anew, as the program draws them now; return the exit status."""
    say("Drawing the pictures anew. Look at each before you commit it.")
    status = run([PYTHON, "-m", "pytest", "--renew-pictures"], OFFSCREEN)
    run(["git", "status", "--short", "--", "*.png"])
    return status


def _pytest(name: str, arguments: Iterable[str], environment: dict[str, str]) -> Outcome:
    BUILD.mkdir(exist_ok=True)
    report = BUILD / f"tests-{name}.xml"
    report.unlink(missing_ok=True)
    status = run([PYTHON, "-m", "pytest", f"--junitxml={report}", *arguments], environment)
    outcome = read_report(report) if report.exists() else Outcome()
    if status not in (0, NOTHING_COLLECTED) and not outcome.failed:
        return outcome + Outcome(failed=1)
    return outcome


def read_report(report: Path) -> Outcome:
    """Return what pytest's own report says, whatever was printed."""
    passed, failed, skips = 0, 0, []
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - written by our own pytest
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skipped is not None:
            skips.append(Skip(f"{case.get('classname')}.{case.get('name')}", skipped.get("message", "")))
        else:
            passed += 1
    return Outcome(passed, failed, tuple(skips))


def _tell_skips(skips: Sequence[Skip], environment: Environment) -> int:
    """Print every skip with its reason, and whether it is expected here; return how many are not."""
    unexpected = 0
    for skip in skips:
        why = why_expected(skip, environment)
        unexpected += why is None
        print(f"skipped {skip.test}: {skip.reason} [{f'expected: {why}' if why else 'NOT EXPECTED HERE'}]")
    if unexpected:
        print(f"{unexpected} tests were skipped that must run here: this counts as a failure.")
    return unexpected
