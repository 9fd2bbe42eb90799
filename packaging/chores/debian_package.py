"""The Debian package: the bundle in /usr/lib/hamish, and what tells a desktop about it."""

import gzip
import json
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from chores.bundling import ICONS, version
from chores.project import BUILD, PYTHON, ROOT, ChoreError, answer, run, say

LINUX = ROOT / "packaging" / "linux"
MAINTAINER = "The Hamish developers <developers@hamish.invalid>"
PICTURES = "https://hamish.invalid/pictures"
"""Where whoever publishes the package puts packaging/pictures, for shops of programs to show."""
LARGEST = 90_000_000
"""What the package may take, in bytes."""

# Each library that the bundle holds, with its licence as its own metadata has it.
LIBRARIES = """
import importlib.metadata as m, json
print(json.dumps(sorted((d.metadata["Name"], d.version, d.metadata.get("License-Expression") or
    next((c.split(" :: ")[-1] for c in d.metadata.get_all("Classifier") or () if c.startswith("License ::")), "") or
    (d.metadata.get("License") or "").split(chr(10))[0]) for d in m.distributions())))
"""


def make_deb(bundle: Path) -> Path:
    """Make the package from a bundle, have it checked, and return its path.

    Raises ChoreError when it cannot be made, is too large, or a check finds something that no override explains.
    """
    architecture = answer(["dpkg", "--print-architecture"]).strip()
    root = BUILD / "deb" / "hamish"
    shutil.rmtree(root, ignore_errors=True)
    _fill(root, bundle)
    kilobytes = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink()) >> 10
    control = _filled("control", ARCHITECTURE=architecture, KILOBYTES=str(kilobytes))
    _write(root / "DEBIAN" / "control", control)
    sums = answer(["sh", "-c", f"cd '{root}' && find usr -type f | LC_ALL=C sort | xargs -d '\\n' md5sum"])
    _write(root / "DEBIAN" / "md5sums", sums)
    package = BUILD / "packages" / f"hamish_{version()}_{architecture}.deb"
    package.parent.mkdir(parents=True, exist_ok=True)
    say(f"Building {package.name}.")
    epoch = {"SOURCE_DATE_EPOCH": str(int(_date().timestamp()))}
    if run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package], epoch) != 0:
        raise ChoreError("dpkg-deb failed; it says why above.")
    _check(root, package)
    return package


def _fill(root: Path, bundle: Path) -> None:
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / "hamish", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "hamish").symlink_to("../lib/hamish/hamish")
    _write(share / "applications" / "hamish.desktop", (LINUX / "hamish.desktop").read_text(encoding="utf-8"))
    _write(share / "mime" / "packages" / "hamish.xml", (LINUX / "hamish.mime.xml").read_text(encoding="utf-8"))
    _write(share / "metainfo" / "org.hamish.Hamish.metainfo.xml", _filled("org.hamish.Hamish.metainfo.xml"))
    _write(share / "lintian" / "overrides" / "hamish", (LINUX / "lintian-overrides").read_text(encoding="utf-8"))
    copy_icons(share / "icons" / "hicolor")
    _write_packed(share / "man" / "man1" / "hamish.1.gz", _filled("hamish.1"))
    documents = share / "doc" / "hamish"
    _write(documents / "copyright", _copyright())
    _write_packed(documents / "NEWS.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    _write_packed(documents / "changelog.gz", _changelog())


def copy_icons(folder: Path) -> None:
    """Put the icons into a folder of a theme, each size where desktops look for it."""
    for picture in sorted(ICONS.glob("hamish-*.png")):
        size = picture.stem.partition("-")[2]
        target = folder / f"{size}x{size}" / "apps" / "hamish.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)
    scalable = folder / "scalable" / "apps" / "hamish.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "resources" / "icons" / "hamish.svg", scalable)


def _check(root: Path, package: Path) -> None:
    """Run what Debian and desktops check packages with."""
    share = root / "usr" / "share"
    checks: list[list[str | Path]] = [
        ["desktop-file-validate", share / "applications" / "hamish.desktop"],
        ["appstreamcli", "validate", "--no-net", share / "metainfo" / "org.hamish.Hamish.metainfo.xml"],
        ["lintian", "--allow-root", "--fail-on", "error,warning", package],
    ]
    for check in checks:
        say(f"Checking: {check[0]}")
        if run(check) != 0:
            raise ChoreError(f"{check[0]} finds something; see above.")
    size = package.stat().st_size
    print(f"{size / 1e6:8.1f} MB  {package.name} (at most {LARGEST / 1e6:.0f})")
    if size > LARGEST:
        raise ChoreError(f"{package.name} is too large.")


def _filled(name: str, **values: str) -> str:
    text = (LINUX / name).read_text(encoding="utf-8")
    known = {"VERSION": version(), "DATE": f"{_date():%Y-%m-%d}", "PICTURES": PICTURES}
    for key, value in (known | values).items():
        text = text.replace(f"@{key}@", value)
    return text


def _date() -> datetime:
    """Return when the last commit was made, so that the same commit gives the same package."""
    stamp = answer(["git", "log", "-1", "--format=%ct"]).strip()
    return datetime.fromtimestamp(int(stamp), UTC)


def _changelog() -> str:
    lines = (f"hamish ({version()}) unstable; urgency=medium", "", "  * See NEWS.gz.", "")
    return "\n".join([*lines, f" -- {MAINTAINER}  {format_datetime(_date())}", ""])


def _copyright() -> str:
    """Return the licences of the program, of what ships with it and of the libraries in the bundle."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    shipped = (ROOT / "resources" / "LICENCES.md").read_text(encoding="utf-8").strip()
    libraries = json.loads(answer([PYTHON, "-c", LIBRARIES]))
    listed = "\n".join(f"{name} {number}: {terms or 'see its own files'}" for name, number, terms in libraries)
    return (
        f"{licence}\n\n{shipped}\n\n"
        "The bundle also holds Python (Python Software Foundation License), Qt and PySide6 (GNU Lesser General Public\n"
        "License 3, /usr/share/common-licenses/LGPL-3; they are separate files that may be replaced), and of these\n"
        f"libraries what the program uses:\n\n{listed}\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
