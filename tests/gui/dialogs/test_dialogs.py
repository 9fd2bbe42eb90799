"""Every dialog, opened once in each language and theme."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from reader.entities.entity import Entity, Kind
from reader.gui.crash import CrashReport
from reader.gui.dialogs.about import AboutDialog
from reader.gui.dialogs.address import AddressDialog
from reader.gui.dialogs.crash_report import CrashDialog
from reader.gui.dialogs.help import HelpDialog
from reader.gui.dialogs.import_report import ImportReportDialog, ReportLine
from reader.gui.dialogs.naming import AddNameDialog, ApartDialog, MergeDialog
from reader.gui.dialogs.reading_settings import ReadingSettings
from reader.gui.dialogs.watched_folder import WatchedFolderDialog
from reader.gui.formatting import Formatter
from reader.gui.theme import DRAWN, load_theme
from reader.gui.translation import Translation
from reader.settings import Settings

LINES = (
    ReportLine("added", "العنوان", Path("خبر.txt")),
    ReportLine("failed", "The file is damaged.", Path("report.pdf")),
)

PEOPLE = (
    Entity(key="person:هند", kind=Kind.PERSON, name="هند", mentions=(), aliases=("هند المرّاكشي",)),
    (Entity(key="place:مارينا", kind=Kind.PLACE, name="مارينا", mentions=()),),
)


def make(theme, formatter):
    return (
        ImportReportDialog(LINES, theme, formatter),
        AboutDialog(Path("/home/reader/library"), theme),
        CrashDialog(CrashReport("KeyError", "Hamish\nKeyError\n", Path("/home/reader/crash.log")), theme),
        CrashDialog(CrashReport("native", "Segmentation fault\n", None), theme),
        ReadingSettings(Settings(), theme, formatter),
        AddressDialog("https://example.org/", theme),
        HelpDialog("ar" if formatter.is_rtl else "en", theme),
        WatchedFolderDialog("/home/reader/inbox", theme),
        MergeDialog(*PEOPLE, theme, formatter),
        ApartDialog(PEOPLE[0], theme),
        AddNameDialog("نور الدين", PEOPLE[1], theme),
    )


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_dialog_opens_in_every_theme_with_all_its_words(qtbot, application, language):
    translation = Translation(application)
    translation.use(language)
    for name in DRAWN:
        for dialog in make(load_theme(name), Formatter(Settings(), language)):
            qtbot.addWidget(dialog)
            dialog.show()
            assert not dialog.grab().isNull()
            words = [label.text() for label in dialog.findChildren(QLabel)]
            words += [button.text() for button in dialog.findChildren(QAbstractButton)]
            arabic = any("\u0621" <= letter <= "\u064a" for letter in "".join(words))
            assert arabic or language == "en"
    translation.use("en")
    translation.close()


def test_the_report_opens_at_what_failed(qtbot, theme, formatter):
    dialog = ImportReportDialog(LINES, theme, formatter)
    qtbot.addWidget(dialog)
    assert "The file is damaged." in dialog.text
    dialog.tabs.choose("added")
    assert "العنوان" in dialog.text


def test_a_setting_says_its_name_and_value(qtbot, theme, formatter):
    settings = ReadingSettings(Settings(), theme, formatter)
    qtbot.addWidget(settings)
    told = []
    settings.changed.connect(lambda name, value: told.append((name, value)))
    settings._controls["text_size"]._go(1)
    settings._controls["width"]._go(-1)
    settings._controls["hijri"].click()
    settings._controls["months"].menu().actions()[2].trigger()
    assert told == [("text_size", 21), ("width", 26), ("hijri", True), ("months", "levantine")]


def test_showing_settings_says_nothing(qtbot, theme, formatter):
    settings = ReadingSettings(Settings(), theme, formatter)
    qtbot.addWidget(settings)
    with qtbot.assertNotEmitted(settings.changed):
        settings.show_settings(Settings(text_size=30, tashkeel="hidden", theme="sepia"))
    assert settings._controls["tashkeel"].value == "hidden"
