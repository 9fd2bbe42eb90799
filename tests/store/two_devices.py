"""Two devices and the real Syncthing: both edit while the link is cut, and must end with the same files.

    python tests/store/two_devices.py FOLDER SEED EDITS

Two instances on this machine's own loopback, without discovery, relays or anything that leaves it. In each round the
link is cut, both sides write, change and remove marks at random, and the link is mended. Afterwards both libraries must
hold the same bytes and no conflict copy, every note that was written last on either side, and nothing that was removed.
"""

import json
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.intake.imported import Imported
from reader.library import Library
from reader.store.checking import Checking
from reader.store.layout import RECORD_KINDS, Places
from reader.text.spans import Span
from tests.store.killing import new_article

ROUNDS, ARTICLES = 10, 6
PATIENCE_S, POLL_S = 120.0, 0.5
PORT, API_PORT, KEY = 22100, 28400, "trial"
OPTIONS = {
    "globalAnnounceEnabled": "false", "localAnnounceEnabled": "false", "relaysEnabled": "false", "natEnabled": "false",
    "startBrowser": "false", "urAccepted": "-1", "autoUpgradeIntervalH": "0", "crashReportingEnabled": "false",
    "reconnectionIntervalS": "2", "stunKeepaliveStartS": "0",
}  # fmt: skip


@dataclass(slots=True)
class Device:
    """One side: its own Syncthing, and a library that lies in the folder which that one keeps in step."""

    number: int
    root: Path
    written: dict[str, str] = field(default_factory=dict)

    @property
    def places(self) -> Places:
        return Places(self.root / "library", self.root / "state", self.root / "cache")

    def make(self) -> str:
        """Make the instance's keys; return its id."""
        self.places.library.mkdir(parents=True)
        _syncthing("generate", "--no-default-folder", f"--home={self.root}")
        return _syncthing(f"--home={self.root}", "--device-id").strip()

    def configure(self, ids: list[str]) -> None:
        """Let the instance know the other one and nothing else."""
        path = self.root / "config.xml"
        tree = ET.parse(path)
        root = tree.getroot()
        options, gui = root.find("options"), root.find("gui")
        assert options is not None
        assert gui is not None
        for name, value in {**OPTIONS, "listenAddress": f"tcp://127.0.0.1:{PORT + self.number}"}.items():
            for old in options.findall(name):
                options.remove(old)
            ET.SubElement(options, name).text = value
        for name, value in {"address": f"127.0.0.1:{API_PORT + self.number}", "apikey": KEY}.items():
            for old in gui.findall(name):
                gui.remove(old)
            ET.SubElement(gui, name).text = value
        for device in root.findall("device"):
            root.remove(device)
        for number, name in enumerate(ids, start=1):
            device = ET.SubElement(root, "device", id=name, name=f"device {number}")
            ET.SubElement(device, "address").text = f"tcp://127.0.0.1:{PORT + number}"
        folder = ET.SubElement(
            root, "folder", id="library", path=str(self.places.library), type="sendreceive", rescanIntervalS="3600",
            fsWatcherEnabled="true", fsWatcherDelayS="1",
        )  # fmt: skip
        for name in ids:
            ET.SubElement(folder, "device", id=name)
        ET.SubElement(folder, "maxConflicts").text = "10"  # as the program itself sets it for a new folder
        tree.write(path)

    def start(self) -> subprocess.Popen[bytes]:
        command = ["syncthing", "serve", f"--home={self.root}", "--no-browser", "--no-restart", "--no-upgrade"]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def call(self, what: str, method: str = "POST") -> dict[str, object]:
        """Ask the instance for something; it answers with an object, or nothing."""
        address = f"http://127.0.0.1:{API_PORT + self.number}/rest/{what}"
        request = urllib.request.Request(address, method=method, headers={"X-API-Key": KEY})
        with urllib.request.urlopen(request, timeout=30) as answer:
            data = answer.read()
        return json.loads(data) if data.startswith(b"{") else {}

    def is_idle(self) -> bool:
        status = self.call("db/status?folder=library", "GET")
        return status.get("state") == "idle" and not status.get("needFiles") and not status.get("needDeletes")

    def files(self) -> dict[str, bytes]:
        """Return what lies in the library's folders of records and texts, by name; not what Syncthing is fetching."""
        library = self.places.library
        paths = (path for kind in (*RECORD_KINDS, "texts") for path in (library / kind).rglob("[!.]*.json"))
        return {str(path.relative_to(library)): path.read_bytes() for path in paths}


def main(root: Path, seed: int, edits: int) -> int:
    """Edit on both sides and compare; return the exit status."""
    devices = [Device(number, root / str(number)) for number in (1, 2)]
    ids = [device.make() for device in devices]
    for device in devices:
        device.configure(ids)
    running = [device.start() for device in devices]
    try:
        for device in devices:
            _wait_for("a start", lambda device=device: _is_up(device))
        faults = _edit_and_compare(devices, random.Random(seed), edits)
    finally:
        for process in running:
            process.terminate()
            process.wait()
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) + f"{edits} edits, {len(faults)} faults\n")
    return 1 if faults else 0


def _edit_and_compare(devices: list[Device], chance: random.Random, edits: int) -> list[str]:
    libraries = [Library(device.places, post=lambda call: call()) for device in devices]
    notes: dict[str, set[str]] = {}
    removed: set[str] = set()
    libraries[0].add([Imported(article=new_article(f"مقال {number}", chance)) for number in range(ARTICLES)])
    libraries[0].flush()
    _settle(devices, libraries)
    for turn in range(ROUNDS):
        for device in devices:
            device.call("system/pause")
        for device, library in zip(devices, libraries, strict=True):
            device.written.clear()
            for number in range(edits // ROUNDS // 2):
                _edit(library, device, chance, f"{turn}.{device.number}.{number}", removed)
            library.flush()
        for mark in {mark for device in devices for mark in device.written}:
            notes[mark] = {device.written[mark] for device in devices if mark in device.written}
        for device in devices:
            device.call("db/scan?folder=library")
        for device in devices:
            device.call("system/resume")
        _settle(devices, libraries)
    faults = [fault for library in libraries for fault in _faults(library, notes, removed)]
    for library in libraries:
        library.close()
    return faults + [str(each) for device in devices for each in Checking(device.places).run().problems]


def _edit(library: Library, device: Device, chance: random.Random, words: str, removed: set[str]) -> None:
    article = chance.choice(library.ids())
    there = [placed.highlight.id for placed in library.highlighting.of(article)]
    deed = chance.random()
    if not there or deed < 0.35:
        start = chance.randrange(10)
        device.written[library.highlighting.add(article, Span(start, start + 3), "green", words).id] = words
    elif deed < 0.85:
        mark = chance.choice(there)
        library.highlighting.change(mark, note=words)
        device.written[mark] = words
    else:
        mark = chance.choice(there)
        library.highlighting.remove([mark])
        removed.add(mark)


def _faults(library: Library, notes: dict[str, set[str]], removed: set[str]) -> list[str]:
    found = {
        each.highlight.id: set(each.highlight.notes) for name in library.ids() for each in library.highlighting.of(name)
    }
    faults = [f"{mark} came back" for mark in removed & found.keys()]
    return faults + [
        f"{mark} is {found.get(mark)}, not {texts}"
        for mark, texts in notes.items()
        if mark not in removed and found.get(mark) != texts
    ]


def _settle(devices: list[Device], libraries: list[Library]) -> None:
    """Wait until both sides hold the same, and no conflict copy."""

    def is_settled() -> bool:
        for library in libraries:
            library.catch_up()
        one, other = (device.files() for device in devices)
        has_copies = any("conflict" in name for name in (*one, *other))
        return bool(one) and one == other and not has_copies and all(device.is_idle() for device in devices)

    _wait_for("both sides to be the same", lambda: is_settled() and is_settled())


def _wait_for(what: str, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            message = f"waited in vain for {what}"
            raise TimeoutError(message)
        time.sleep(POLL_S)


def _is_up(device: Device) -> bool:
    try:
        device.call("system/ping", "GET")
    except OSError:
        return False
    return True


def _syncthing(*arguments: str) -> str:
    return subprocess.run(["syncthing", *arguments], check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
