"""A Debian 12 with nothing but python3 and pip, in a folder: made with debootstrap, entered with chroot.

How this machine reaches its registries (names, certificates, apt's and pip's own settings) is copied in as it is found;
nothing of it is written into the project. Needs root.
"""

import ast
import configparser
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from chores.project import ROOT, ChoreError, say
from chores.system_libraries import install_packages

SUITE = "bookworm"
ORDINARY_USER = "reader"
PACKAGES = ("debootstrap", "ca-certificates")
REACHING_OUT = re.compile(r"^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE$|(https?|no|all)_proxy$)", re.IGNORECASE)
NAMES_AND_CERTIFICATES = ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt")
APT = ("sources.list", "sources.list.d", "apt.conf", "apt.conf.d", "auth.conf.d", "keyrings", "trusted.gpg.d")

# The mounts live in a namespace of their own and vanish with the command.
ENTER = """
set -e
root=$1; shift
mount --bind /dev "$root/dev"
mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666 || true
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t tmpfs tmpfs "$root/dev/shm" || true
exec "$@"
"""


class CleanDebian:
    """One Debian in a folder, thrown away and made anew from the base each time."""

    def __init__(self, base: Path, name: str) -> None:
        self.root = base.with_name(name)
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "--archive", base, self.root], check=True)
        _copy_what_reaches_out(self.root)

    def add_ordinary_user(self) -> None:
        """Make a user who may not install packages."""
        self.run(["useradd", "--create-home", ORDINARY_USER])

    def clone_project(self, user: str) -> Path:
        """Put a clean clone of the last commit into the user's home; return its path as seen from inside."""
        inside = _home(user) / "hamish"
        outside = self.root / inside.relative_to("/")
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, outside], check=True)
        self.run(["chown", "--recursive", f"{user}:", str(inside)])
        return inside

    def run(
        self, command: list[str], user: str = "root", folder: Path = Path("/"), *, offline: bool = False
    ) -> tuple[int, str]:
        """Run a command inside, shown as it goes; return its exit status and what it printed, stdout and stderr.

        offline: without a network, and so also without the X servers of the machine outside.
        """
        environment = {
            "HOME": str(_home(user)),
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            **{name: value for name, value in os.environ.items() if REACHING_OUT.match(name)},
        }
        in_folder = ["sh", "-c", 'cd "$0" && exec "$@"', str(folder), *command]
        apart = ["--net"] if offline else []
        enter = ["unshare", "--mount", *apart, "bash", "-c", ENTER, "enter", str(self.root)]
        chroot = ["/usr/sbin/chroot", f"--userspec={user}:{user}", str(self.root), *in_folder]
        process = subprocess.Popen(
            [*enter, *chroot], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        lines = []
        for line in process.stdout or ():
            print(f"    {line}", end="", flush=True)
            lines.append(line)
        return process.wait(), "".join(lines)

    def throw_away(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.root)


def make_base(folder: Path) -> Path:
    """Return the base that every clean Debian is a copy of; debootstrap makes it the first time.

    Raises ChoreError when it cannot be made here.
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        raise ChoreError("A clean Debian can only be made by root on Linux.")
    base = folder / "base"
    if (base / "usr/bin/python3").exists():
        return base
    if not shutil.which("debootstrap") and not install_packages(PACKAGES):
        raise ChoreError("debootstrap is missing: sudo apt-get install debootstrap")
    say(f"Making a clean Debian ({SUITE}) with python3 and pip alone.")
    shutil.rmtree(base, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    include = "--include=python3,python3-pip,ca-certificates"
    mirror = _mirror()
    if subprocess.run(["debootstrap", "--variant=minbase", include, SUITE, base, *mirror], check=False).returncode != 0:
        raise ChoreError("debootstrap failed; it says why above.")
    return base


def _home(user: str) -> Path:
    return Path("/root") if user == "root" else Path("/home", user)


def _mirror() -> list[str]:
    """Return where this machine's apt gets the suite from, as debootstrap's argument; nothing, where it does not."""
    targets = ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"]
    found = subprocess.run(targets, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    return [uri for suite, uri in (line.split(" ", 1) for line in found.splitlines()) if suite == SUITE][:1]


def _copy_what_reaches_out(root: Path) -> None:
    for file in NAMES_AND_CERTIFICATES:
        _copy(Path(file), root)
    (root / "etc/pip.conf").write_text(_pip_settings(), encoding="utf-8")
    if _mirror():
        for name in APT:
            _copy(Path("/etc/apt", name), root)
        _copy(Path("/usr/share/keyrings"), root)


def _pip_settings() -> str:
    """Return what this machine's files set for pip, as one file. Its variables go along as they are."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    listed = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    settings = configparser.RawConfigParser()
    for section, key, value in re.findall(r"^(\w+)\.([\w-]+)=(.*)$", listed, re.MULTILINE):
        if not settings.has_section(section):
            settings.add_section(section)
        settings.set(section, key, ast.literal_eval(value))
    written = io.StringIO()
    settings.write(written)
    return written.getvalue()


def _copy(source: Path, root: Path) -> None:
    """Put what this machine has at a path, or its absence, at the same path inside."""
    target = root / source.relative_to("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        shutil.copyfile(source, target)
