"""Which tests may be skipped, and where: the only list of it. Any other skip fails `dev.py test`."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

from chores.project import ROOT

KEYBOARD_TOOLS = ("setxkbmap", "xdotool")


@dataclass(frozen=True, slots=True)
class Skip:
    """A test that did not run, and the reason it gave."""

    test: str
    reason: str


@dataclass(frozen=True, slots=True)
class Environment:
    """What the place where the tests ran could give. screen: an X server of our own."""

    screen: bool

    @property
    def keyboard(self) -> bool:
        """Whether keys can be pressed and layouts be changed on that screen."""
        return all(map(shutil.which, KEYBOARD_TOOLS))

    @property
    def shared(self) -> bool:
        """Whether the material that lies beside the project, and is never part of it, is there."""
        return (ROOT.parent / "shared").is_dir()


@dataclass(frozen=True, slots=True)
class Expected:
    """Skips that give a reason are expected where a condition holds. why: shown beside each."""

    reason: str
    condition: Callable[[Environment], bool]
    why: str


EXPECTED = (
    Expected("The folder ../shared is not here", lambda here: not here.shared, "it is not part of the project"),
    Expected("A real X server is needed", lambda here: not here.screen, "Xvfb is neither here nor to be installed"),
    Expected(
        "A real keyboard needs", lambda here: not here.keyboard, "a tool for it is neither here nor to be installed"
    ),
    Expected("Only POSIX limits memory", lambda _: sys.platform == "win32", "this is Windows"),
    Expected("Only POSIX can fork", lambda _: sys.platform == "win32", "this is Windows"),
    Expected("Only POSIX has such rights", lambda _: sys.platform == "win32", "this is Windows"),
    Expected("Only POSIX ends programs by signals", lambda _: sys.platform == "win32", "this is Windows"),
    Expected("Windows has no such names", lambda _: sys.platform == "win32", "this is Windows"),
    Expected("Only Linux has files that cannot be synced", lambda _: sys.platform != "linux", "this is not Linux"),
    Expected("Two processes want two processors", lambda _: (os.cpu_count() or 1) == 1, "there is but one"),
    Expected("Only Linux has /proc", lambda _: sys.platform != "linux", "this is not Linux"),
)


def why_expected(skip: Skip, environment: Environment) -> str | None:
    """Return why a skip is expected in an environment, or None where it is not."""
    for expected in EXPECTED:
        if skip.reason.startswith(expected.reason) and expected.condition(environment):
            return expected.why
    return None
