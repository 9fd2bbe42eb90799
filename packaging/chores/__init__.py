"""The project's chores, one module each. Standard library only: they run before anything is installed."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said here, before a module of ours fails on what an older one lacks
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
