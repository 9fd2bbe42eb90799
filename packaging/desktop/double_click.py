"""What a person does on a desktop, done by xdotool: double-click, mark, double-click another, lose power, come back.

Runs inside a clean Debian that has the package, as an ordinary user: double_click.py PICTURES. Needs Xvfb, openbox,
pcmanfm, xdotool and ImageMagick's import; standard library only, because this is Debian's own Python.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waiting import PATIENCE_S, FailedError, check, open_screen, wait_for

FOLDER_WINDOW = (20, 40, 700, 400)
FIRST = "مقالة أولى.txt"
SECOND = "مقالة ثانية.html"
TEXTS = {
    FIRST: (
        "مكتبة البلدة تفتح أبوابها ليلًا\n\n"
        "قررت مكتبة البلدة أن تفتح أبوابها حتى منتصف الليل في أيام الامتحانات، بعد أن طلب ذلك طلاب كثيرون.\n\n"
        "وقالت أمينة المكتبة إن القاعات امتلأت منذ الليلة الأولى، وإن الشاي يقدم مجانًا لمن يدرس.\n"
    ),
    SECOND: (
        '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        "<title>قطار الجبل يعود</title></head><body>"
        "<article><h1>قطار الجبل يعود إلى العمل</h1>"
        "<p>عاد قطار الجبل إلى العمل بعد توقف دام عشر سنوات، وصعد إليه في يومه الأول مئات الركاب من القرى.</p>"
        "<p>وتستغرق الرحلة ساعتين بين البساتين، ويتوقف القطار في سبع محطات قديمة رممت واحدة بعد أخرى.</p>"
        "</article></body></html>"
    ),
}
FIRST_PARAGRAPH_Y = 230
"""How far below the top of the window the first paragraph's first line stands, in px."""
ATTEMPTS = 4


def main(pictures: Path) -> None:
    """Go through the whole story; raises FailedError at the first thing that is not right."""
    pictures.mkdir(parents=True, exist_ok=True)
    documents = Path.home() / "documents"
    documents.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    for kind in ("text/plain", "text/html"):
        subprocess.run(["xdg-mime", "default", "hamish.desktop", kind], check=True)
    with desktop(documents):
        try:
            story(pictures)
        except FailedError:
            picture(pictures / "failed.png")
            raise
    print("The desktop's story went as told.")


def story(pictures: Path) -> None:
    """Double-click, mark, double-click another, kill, start again."""
    place(windows("pcmanfm")[0], FOLDER_WINDOW)
    time.sleep(1)  # a file manager that is laying out its icons says so to nobody
    picture(pictures / "1-folder.png")
    double_click_on(FIRST)
    wait_for(lambda: len(articles()) == 1, "the first article in the library")
    window = wait_for(lambda: windows("hamish"), "the window")[0]
    wait_for(lambda: "مكتبة" in title(window), "the first article on screen")
    picture(pictures / "2-first.png")

    drag_over_the_page(window)
    xdotool("key", "1")
    marks = wait_for(highlights, "the highlight on disk")
    picture(pictures / "3-marked.png")

    activate(windows("pcmanfm")[0])
    double_click_on(SECOND)
    wait_for(lambda: len(articles()) == len(TEXTS), "the second article in the library")
    wait_for(lambda: "قطار" in title(window), "the second article in the same window")
    check(len(windows("hamish")) == 1, "there is more than one window")
    wait_for(lambda: len(processes()) == 1, "the end of the process that handed its file over")
    picture(pictures / "4-second.png")

    for process in processes():
        os.kill(process, signal.SIGKILL)
    wait_for(lambda: not windows("hamish"), "the end of the killed window")
    double_click_on(FIRST)
    window = wait_for(lambda: windows("hamish"), "a new window")[0]
    wait_for(lambda: "مكتبة" in title(window), "the first article again")
    check(highlights() == marks, f"the highlight was {marks}, and is {highlights()}")
    check(len(articles()) == len(TEXTS), "the same file made another article")
    picture(pictures / "5-again.png")
    for process in processes():
        os.kill(process, signal.SIGTERM)


@contextmanager
def desktop(folder: Path) -> Iterator[None]:
    """Run an X server, a window manager and a file manager that shows a folder."""
    os.environ.update({"LANG": "C.UTF-8", "XDG_CURRENT_DESKTOP": "X-Generic"})
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [open_screen()]
    try:
        running.append(subprocess.Popen(["openbox"], **quiet))
        running.append(file_manager(folder))
        yield
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def file_manager(folder: Path) -> subprocess.Popen[bytes]:
    """Start the file manager, which in a new home now and then ends without a window; then once more."""
    for _ in range(ATTEMPTS):
        process = subprocess.Popen(["pcmanfm", "--no-desktop", str(folder)], stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE_S / ATTEMPTS
        while time.monotonic() < end:
            if windows("pcmanfm"):
                return process
            time.sleep(0.2)
        process.kill()
        process.wait()
    raise FailedError("the file manager's window did not come")


def double_click_on(name: str) -> None:
    """Find the file's icon by typing its name, as file managers select what one types, and double-click on it."""
    window = windows("pcmanfm")[0]
    activate(window)
    x, y = icon_centre(sorted(TEXTS).index(name))
    xdotool("mousemove", str(x), str(y))
    time.sleep(0.3)
    xdotool("click", "--repeat", "2", "--delay", "80", "1")


def icon_centre(number: int) -> tuple[int, int]:
    """Return where the file manager draws the icon of a file on the screen, in px."""
    left, top, *_ = FOLDER_WINDOW
    return left + 207 + 96 * number, top + 117


def drag_over_the_page(window: str) -> None:
    """Select a few words of a paragraph with the mouse."""
    activate(window)
    x, y, width, _ = geometry(window)
    xdotool("mousemove", str(x + width // 2 + 60), str(y + FIRST_PARAGRAPH_Y), "mousedown", "1")
    for _ in range(8):
        xdotool("mousemove_relative", "--", "-15", "0")
        time.sleep(0.02)
    xdotool("mouseup", "1")
    time.sleep(0.5)


def windows(kind: str) -> list[str]:
    """Return the ids of the visible windows of a program, by its window class."""
    return answer("xdotool", "search", "--onlyvisible", "--class", kind).split()


def title(window: str) -> str:
    """Return what a window is called."""
    return answer("xdotool", "getwindowname", window)


def geometry(window: str) -> tuple[int, int, int, int]:
    """Return left, top, width and height of a window, in px."""
    lines = dict(line.split("=") for line in answer("xdotool", "getwindowgeometry", "--shell", window).splitlines())
    return int(lines["X"]), int(lines["Y"]), int(lines["WIDTH"]), int(lines["HEIGHT"])


def place(window: str, where: tuple[int, int, int, int]) -> None:
    """Move and size a window."""
    left, top, width, height = map(str, where)
    xdotool("windowsize", window, width, height, "windowmove", window, left, top)


def activate(window: str) -> None:
    """Bring a window to the front."""
    subprocess.run(["timeout", "5", "xdotool", "windowactivate", "--sync", window], check=False)
    time.sleep(0.3)


def picture(path: Path) -> None:
    """Keep what is on the screen."""
    time.sleep(1)
    subprocess.run(["import", "-window", "root", path], check=True)


def processes() -> list[int]:
    """Return the ids of the processes that have a window, without the isolated ones that they start."""
    listed = answer("ps", "-u", str(os.getuid()), "-o", "pid=,args=").splitlines()
    started = [line.split(None, 1) for line in listed]
    return [int(pid) for pid, command in started if is_program(command)]


def is_program(command: str) -> bool:
    """Say whether a command line is that of the program itself, not of a process that it started for its own work."""
    return Path(command.split(maxsplit=1)[0]).name == "hamish" and "multiprocessing" not in command


def articles() -> list[Any]:
    """Return what the library holds."""
    return [json.loads(line) for line in answer("hamish", "list", "--json").splitlines()]


def highlights() -> list[Any]:
    """Return the highlights that are on disk."""
    return [json.loads(line) for line in answer("hamish", "highlights", "--json").splitlines()]


def xdotool(*arguments: str) -> None:
    """Use mouse and keyboard."""
    subprocess.run(["xdotool", *arguments], check=True)


def answer(*command: str) -> str:
    """Return what a program prints, nothing where it fails."""
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=False
    ).stdout


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except FailedError as failure:
        sys.exit(str(failure))
