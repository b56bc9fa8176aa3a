"""How the program is dressed: language, colours and text size, all changed at once."""

from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from appealwriter.base import i18n
from appealwriter.store.settings import Settings
from appealwriter.ui import theme

_QT_WORDS = {"zh": "qtbase_zh_CN", "ru": "qtbase_ru"}


class Wardrobe:
    """Dresses the program as `settings` say."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self.settings = settings
        self._app = app
        self._words = QTranslator(app)

    def put_on(self) -> None:
        """Dress everything that there is."""
        i18n.set_language(self.settings.language or i18n.system_language())
        self._speak(i18n.language())
        size = self.settings.text_size if self.settings.text_size in theme.SCALES else 100
        theme.apply(self._app, self.settings.scheme, i18n.language(), size)

    def when_system_changes(self, dress: Callable[[], None]) -> None:
        """Call `dress` when the system turns dark or light and the settings follow it."""

        def changed() -> None:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            if self.settings.scheme == "system" and dark != theme.current().dark:
                dress()

        self._app.styleHints().colorSchemeChanged.connect(changed)

    def _speak(self, language: str) -> None:
        """Qt's own words: menus of text fields, standard buttons, the calendar."""
        self._app.removeTranslator(self._words)
        name = _QT_WORDS.get(language)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if name and self._words.load(name, folder):
            self._app.installTranslator(self._words)
