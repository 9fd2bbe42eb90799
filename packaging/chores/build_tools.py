"""What making packages needs of the system: found missing by its programs, installed with apt where that is allowed."""

import ctypes
import shutil
import sys
import sysconfig

from chores.project import ChoreError
from chores.system_libraries import install_packages, line_to_run

PROGRAMS = {
    "git": "git",
    "objdump": "binutils",
    "strip": "binutils",
    "xz": "xz-utils",
    "dpkg-deb": "dpkg",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "lintian": "lintian",
    "makeself": "makeself",
    "makensis": "nsis",
    "plistutil": "libplist-utils",
}
"""The programs that are called, each with the Debian package that has it."""


def provide_build_tools() -> None:
    """Install what is missing, where that is allowed; other systems than Linux bring it along or do without.

    Raises ChoreError, with the one line to run, where it is not.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages()
    if missing and not install_packages(missing):
        raise ChoreError(
            "To make packages, something is missing here. On Debian and Ubuntu run this line, then try again:\n"
            f"  {line_to_run(missing)}"
        )


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that are wanted and not here, each once."""
    wanted = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    return tuple(dict.fromkeys([*wanted, *([] if _has_python_library() else [_python_library_package()])]))


def _has_python_library() -> bool:
    """Say whether there is a shared library of this Python, which a bundle takes along; Debian's python3 has none."""
    library = str(sysconfig.get_config_var("INSTSONAME"))
    for path in (library, f"{sysconfig.get_config_var('LIBDIR')}/{library}"):
        try:
            ctypes.CDLL(path)
        except OSError:
            continue
        return True
    return False


def _python_library_package() -> str:
    return f"libpython{sys.version_info.major}.{sys.version_info.minor}"
