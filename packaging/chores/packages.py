"""`package`: everything that users can install, made from the last commit, each checked and made to test itself."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from chores.build_tools import provide_build_tools
from chores.bundling import BUNDLE, ICONS, make_bundle, tell_sizes, test_itself, version
from chores.debian_package import LINUX, copy_icons, make_deb
from chores.project import BUILD, PROGRAMS, PYTHON, ROOT, ChoreError, answer, run, say

PACKAGES = BUILD / "packages"


def package(arguments: list[str]) -> int:
    """Make all packages of this system, or only those that are named: bundle, deb, run, wheel, others.

    Raises ChoreError when one cannot be made, fails a check or its own test, or what makes it is missing.
    """
    unknown = set(arguments) - set(MAKERS)
    if unknown:
        raise ChoreError(f"There is no package {', '.join(sorted(unknown))}. There are: {', '.join(MAKERS)}")
    provide_build_tools()
    if answer(["git", "status", "--porcelain"]).strip():
        say("There are changes that are not committed: they go into the packages.")
    PACKAGES.mkdir(parents=True, exist_ok=True)
    make_bundle()
    tell_sizes(BUNDLE)
    for name, maker in MAKERS.items():
        if name in (arguments or MAKERS):
            maker()
    tell_packages()
    return 0


def tell_packages() -> None:
    """Print what was made, with sizes in MB."""
    for made in sorted(PACKAGES.iterdir()):
        print(f"{made.stat().st_size / 1e6:8.1f} MB  {made.relative_to(ROOT)}", flush=True)


def _deb() -> None:
    if sys.platform == "linux":
        make_deb(BUNDLE)


def _run() -> None:
    """Make the self-extracting file for Linux systems without root, and try it: install, self-test, remove."""
    if sys.platform != "linux":
        return
    staged = BUILD / "run" / "hamish"
    shutil.rmtree(staged.parent, ignore_errors=True)
    shutil.copytree(BUNDLE, staged / "program", symlinks=True)
    copy_icons(staged / "icons")
    for name in ("hamish.desktop", "hamish.mime.xml", "install.sh"):
        shutil.copy(LINUX / name, staged / name)
    made = PACKAGES / f"hamish-{version()}-linux-{answer(['uname', '-m']).strip()}.run"
    say(f"Building {made.name}.")
    makeself = ["makeself", "--xz", "--nox11", "--quiet", "--tar-extra", "--owner=0 --group=0"]
    if run([*makeself, staged, made, "Hamish", "./install.sh"]) != 0:
        raise ChoreError("makeself failed; it says why above.")
    with tempfile.TemporaryDirectory(prefix="hamish-run-") as home:
        environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        subprocess.run(["sh", made, "--quiet"], env=environment, check=True, cwd=home)
        test_itself([Path(home, ".local/bin/hamish")])
        subprocess.run([Path(home, ".local/bin/hamish-remove")], env=environment, check=True, cwd=home)
        left = list(Path(home).rglob("*hamish*"))  # what desktops index for themselves is theirs
        if left:
            raise ChoreError(f"Removing it leaves {left}.")


def _wheel() -> None:
    """Make the wheel and the source archive, and try the wheel in an environment of its own."""
    say("Building the wheel and the source archive.")
    if run([PROGRAMS / "hatchling", "build", "--directory", PACKAGES]) != 0:
        raise ChoreError("hatchling failed; it says why above.")
    (wheel,) = PACKAGES.glob(f"hamish-{version()}-*.whl")
    with tempfile.TemporaryDirectory(prefix="hamish-wheel-") as folder:
        place = Path(folder)
        subprocess.run([PYTHON, "-m", "zipfile", "-e", wheel, place], check=True)
        start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from reader.__main__ import main; sys.exit(main())"
        test_itself([PYTHON, "-c", start, place])


def _others() -> None:
    """Check what only other systems can run: the installer script for Windows and the property list for macOS."""
    nsis = ROOT / "packaging" / "windows" / "hamish.nsi"
    say("Compiling the installer for Windows, around the icons instead of a bundle, which cannot be made here.")
    out = PACKAGES / "check-only-setup.exe"
    defines = [
        f"-DVERSION={version()}",
        f"-DBUNDLE={ICONS}",
        f"-DOUTPUT={out}",
        f"-DICON={ICONS / 'hamish.ico'}",
    ]
    if run(["makensis", "-V2", "-WX", *defines, nsis]) != 0:
        raise ChoreError("makensis failed; it says why above.")
    out.unlink()
    say("Checking the property list for macOS.")
    if run(["plistutil", "-i", ROOT / "packaging" / "macos" / "Info.plist", "-o", BUILD / "Info.bplist"]) != 0:
        raise ChoreError("plistutil cannot read packaging/macos/Info.plist.")


MAKERS = {"bundle": lambda: None, "deb": _deb, "run": _run, "wheel": _wheel, "others": _others}
