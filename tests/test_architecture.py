"""The house holds: imports point down, the core knows no Qt, modules stay small, words agree in both languages."""

import ast
import json
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from reader.messages import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
READER = ROOT / "reader"
TRANSLATIONS = ROOT / "resources" / "translations"
MODULES = sorted(READER.rglob("*.py"))
MOST_LINES = 400
HEAVY = {
    "babel",
    "chardet",
    "lxml",
    "nh3",
    "numpy",
    "onnxruntime",
    "pypdfium2",
    "trafilatura",
    "arabic_reshaper",
    "bidi",
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "constants", "misc", "tools"}
PLURAL_FORMS = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, at its top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_import_contract_is_kept(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, capsys.readouterr().out


def test_the_core_imports_where_qt_is_not_installed():
    core = [_name(path) for path in MODULES if "gui" not in path.relative_to(READER).parts]
    program = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "for name in sys.argv[1:]: importlib.import_module(name)"
    )
    command = [sys.executable, "-c", program, *core]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("door", ["reader.library", "reader.cli", "reader.settings"])
def test_the_doors_of_the_core_open_without_what_is_heavy(door):
    """The window's first frame and every command wait for these imports. The frame itself is tested with the window."""
    program = f"import sys, {door}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert not HEAVY & set(done.stdout.split())


def test_only_fetching_uses_the_parts_of_urllib_that_open_connections():
    """The contract on sockets sees whole packages, so urllib is told apart here: urllib.parse only splits addresses."""
    guilty = [
        f"{_name(path)} imports {name}"
        for path in MODULES
        if "fetching" not in path.relative_to(READER).parts
        for name in _imports(path)
        if name.split(".")[0] == "urllib" and not name.startswith("urllib.parse")
    ]
    assert not guilty


def test_nothing_uses_qts_network():
    guilty = [
        f"{_name(path)} imports {name}"
        for path in MODULES
        for name in _imports(path)
        if name.startswith(("PySide6.QtNetwork", "PySide6.QtWebSockets"))
    ]
    assert not guilty


def test_every_module_can_be_read_in_one_sitting():
    lines = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {name: count for name, count in lines.items() if count > MOST_LINES}


def test_no_module_is_a_drawer():
    assert not [_name(path) for path in MODULES if DRAWERS & set(_name(path).split("."))]


def test_every_folder_of_code_is_a_package():
    assert not [str(path) for path in MODULES if not (path.parent / "__init__.py").exists()]


def _icons_named_in_code() -> Iterator[tuple[str, str]]:
    """Yield (module, icon) for each icon that the code names in a call that draws one, or in the table of actions."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            place = {"icon": 0, "pixmap": 0, "drawing": 0, "ActionSpec": 3}.get(called, len(node.args))
            given = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg == "icon")]
            yield from (
                (_name(path), name.value)
                for name in given
                if isinstance(name, ast.Constant) and isinstance(name.value, str)
            )


def test_every_icon_that_the_code_names_exists():
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert not [(module, name) for module, name in _icons_named_in_code() if name and name not in drawn]


def _messages(language: str) -> dict[str, str | dict[str, str]]:
    return json.loads((TRANSLATIONS / f"messages.{language}.json").read_text(encoding="utf-8"))


def _placeholders(words: str | dict[str, str]) -> set[str]:
    forms = [words] if isinstance(words, str) else list(words.values())
    return {field for form in forms for _, field, _, _ in string.Formatter().parse(form) if field is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_have_every_plural_form_of_their_language(language):
    plurals = {key: set(words) for key, words in _messages(language).items() if isinstance(words, dict)}
    assert not {key: forms for key, forms in plurals.items() if forms != PLURAL_FORMS[language]}


def test_messages_have_the_same_keys_in_the_same_order_in_every_language():
    assert list(_messages("ar")) == list(_messages("en"))


def test_messages_have_the_same_placeholders_and_plurals_in_every_language():
    arabic, english = _messages("ar"), _messages("en")
    different = {
        key
        for key in arabic.keys() & english.keys()
        if _placeholders(arabic[key]) != _placeholders(english[key]) or type(arabic[key]) is not type(english[key])
    }
    assert not different


def _message_calls() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """Yield (place, call, key) of every call in the code that names a message: ReaderError(…) and ….text(…)."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            key = node.args[0]
            if called == "ReaderError" or (called == "text" and isinstance(key, (ast.Constant, ast.JoinedStr))):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node, key


def test_every_message_that_the_code_names_exists_with_the_values_it_needs():
    words = _messages("en")
    wrong = []
    for place, call, key in _message_calls():
        if isinstance(key, ast.JoinedStr):
            start = key.values[0].value if isinstance(key.values[0], ast.Constant) else ""
            if not any(known.startswith(start) for known in words):
                wrong.append(f"{place}: no message begins with {start!r}")
        elif isinstance(key, ast.Constant) and key.value not in words:
            wrong.append(f"{place}: no message {key.value!r}")
        elif isinstance(key, ast.Constant) and all(keyword.arg for keyword in call.keywords):
            given, needed = {keyword.arg for keyword in call.keywords}, _placeholders(words[key.value])
            if not needed <= given:
                wrong.append(f"{place}: {key.value!r} lacks {sorted(needed - given)}")
    assert not wrong, "\n".join(wrong)


def test_the_windows_words_are_translated_and_their_compiled_form_is_up_to_date(tmp_path):
    stale = []
    for source in TRANSLATIONS.glob("*.ts"):
        compiled = tmp_path / source.with_suffix(".qm").name
        release = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([release, "-silent", source, "-qm", compiled], check=True)
        shipped = source.with_suffix(".qm")
        if not shipped.exists() or shipped.read_bytes() != compiled.read_bytes():
            stale.append(f"{shipped.name} is not what pyside6-lrelease makes of {source.name}")
        if 'type="unfinished"' in source.read_text(encoding="utf-8"):
            stale.append(f"{source.name} has unfinished translations")
    assert not stale
