"""The interface's language: which one it is, its words and its direction."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader import resources

LANGUAGES = ("ar", "en")

WORDS_OF_QT = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Open")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Save")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Choose")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Directory:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Directories")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")),
    ("QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "OK")),
    ("QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Open")),
    ("QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Save")),
    ("QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Close")),
    ("QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel")),
)
"""Words in Qt's own windows that Qt leaves in English, or says otherwise than we: by context."""


def choose(setting: str) -> str:
    """Return the language of the interface: the reader's choice, else the system's, else English."""
    if setting in LANGUAGES:
        return setting
    return "ar" if QLocale.system().language() == QLocale.Language.Arabic else "en"


def direction_of(language: str) -> Qt.LayoutDirection:
    """Return the direction in which an interface in this language is laid out."""
    return Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight


class Translation:
    """Gives an application the words of one language at a time, ours and Qt's own."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.language = ""

    @property
    def is_rtl(self) -> bool:
        """Whether the interface is laid out from right to left."""
        return self.language == "ar"

    def use(self, language: str) -> None:
        """Speak this language. Windows that are there already keep their words: they are made anew.

        Raises FileNotFoundError or RuntimeError when our words are missing or damaged.
        """
        self.close()
        self.language = language
        words = QTranslator(self._application)
        if not words.load(str(resources.locate(f"translations/hamish_{language}.qm"))):
            message = f"the words of {language} cannot be read"
            raise RuntimeError(message)
        if language != "en":
            qt = QTranslator(self._application)
            if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._install(qt)
        self._install(words)  # what is installed last is asked first
        self._application.setLayoutDirection(direction_of(language))

    def close(self) -> None:
        """Take the words away again."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()

    def _install(self, translator: QTranslator) -> None:
        self._translators.append(translator)
        self._application.installTranslator(translator)
