"""Where the system keeps what belongs to one user and one program."""

import os
import sys
from pathlib import Path

NAME = "hamish"

_SYSTEM: str = sys.platform
_USUAL = {"data": ".local/share", "config": ".config", "state": ".local/state", "cache": ".cache"}


def user_folder(kind: str) -> Path:
    """Return the program's own folder for data, config, state or cache.

    On Linux they are found here: platformdirs, which knows all systems, takes 15 ms to load before the first frame.
    https://specifications.freedesktop.org/basedir-spec/latest/
    """
    if _SYSTEM == "linux":
        named = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        return (Path(named) if os.path.isabs(named) else Path.home() / _USUAL[kind]) / NAME  # noqa: PTH117 - no Path yet
    import platformdirs

    folders = platformdirs.PlatformDirs(NAME, appauthor=False)
    return {
        "data": folders.user_data_path,
        "config": folders.user_config_path,
        "state": folders.user_state_path,
        "cache": folders.user_cache_path,
    }[kind]
