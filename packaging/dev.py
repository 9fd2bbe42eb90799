#!/usr/bin/env python3
"""The project's chores, one command each. Needs nothing but Python 3.11 and pip.

run [ARGS…]      set everything up and show the sample article; with arguments, hand them to hamish
test [ARGS…]     set everything up, check and test all; with arguments, only the tests pytest selects by them
setup            set everything up: the environment, the requirements, what Qt needs of the system
lint             ruff, mypy, import contracts
bench [NAME…]    run the benchmarks; what follows `--` goes to them
pictures         renew the pictures that tests compare with
lock             renew the locked requirements from pyproject.toml (needs uv)
package [KIND…]  make and check what users install: the bundle, deb, run, wheel, and what other systems need
accept [TRIAL…]  the long run: a library killed a thousand times and kept on two devices, then clean Debians with the
                 README's commands as root and as an ordinary user, all packages made from a clean clone, and the
                 Debian package on a desktop with a file manager
"""

import sys
from collections.abc import Callable, Sequence

from chores.accepting import accept
from chores.environment import set_up
from chores.locking import lock
from chores.measuring import bench
from chores.packages import package
from chores.project import ChoreError
from chores.showing import show
from chores.testing import lint, renew_pictures, test

Chore = Callable[[list[str]], int]


def _once_set_up(chore: Chore) -> Chore:
    def set_up_and_do(arguments: list[str]) -> int:
        set_up()
        return chore(arguments)

    return set_up_and_do


def _set_up(_: list[str]) -> int:
    set_up(anew=True)
    return 0


CHORES: dict[str, Chore] = {
    "run": _once_set_up(show),
    "test": _once_set_up(test),
    "setup": _set_up,
    "lint": _once_set_up(lint),
    "bench": _once_set_up(bench),
    "pictures": _once_set_up(renew_pictures),
    "lock": lock,
    "package": _once_set_up(package),
    "accept": _once_set_up(accept),
}


def main(arguments: Sequence[str]) -> int:
    """Run one chore and return its exit status: 2 when it was not understood."""
    chore, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if chore not in CHORES:
        print(__doc__)
        return 0 if chore in ("-h", "--help", "help") else 2
    try:
        return CHORES[chore](rest)
    except ChoreError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
