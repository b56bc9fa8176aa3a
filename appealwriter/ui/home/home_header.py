"""The strip above the cases: search, the ways in, and how the window looks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.header import Bar
from appealwriter.ui.frame.menus import Choose, LookFields, add_choices
from appealwriter.ui.parts import Button, IconButton, LineField, label

_SEARCH_WIDE = 330
_ROOM_FOR_WORDS = 960  # below, the buttons beside the primary one show their icon only


class HomeHeader(Bar):
    """Two faces: over the list, and over the paste box."""

    back = Signal()
    new_wanted = Signal()
    file_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, desk: Desk, choose: Choose) -> None:
        super().__init__()
        self._title = label(tr("Cases"), "section", bold=True)
        self._back = Button(tr("All cases"), role="link", icon="back")
        self.search = LineField(
            tr("Search"), placeholder=tr("Search shop, ASIN, case ID, words in a letter")
        )
        self.search.addAction(
            theme.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setMaximumWidth(theme.current().px(_SEARCH_WIDE))
        self.search.setMinimumWidth(theme.current().px(140))
        self.search.setClearButtonEnabled(False)
        self._desk, self._choose = desk, choose
        self._looks: LookFields | None = None
        self._settings = IconButton("settings", tr("Language and appearance"), size=28)
        self._settings.clicked.connect(self._open_menu)
        self._check = Button(tr("Check a finished letter…"), icon="file-search")
        self._file = Button(tr("Open case file…"), icon="folder")
        self._new = Button(tr("New case"), role="primary", icon="plus")
        self._words = {self._check: self._check.text(), self._file: self._file.text()}
        self._back.clicked.connect(self.back)
        self._check.clicked.connect(self.check_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._new.clicked.connect(self.new_wanted)
        self.row.addWidget(self._back)
        self.row.addWidget(self._title)
        self.row.addWidget(self.search, 100)
        self.row.addStretch(1)
        for right in (self._check, self._file, self._new, self._settings):
            self.row.addWidget(right)
        self.set_mode(new=False, first=False)

    def set_mode(self, *, new: bool, first: bool) -> None:
        """`new` over the paste box, `first` where there is no case to go back to."""
        self._back.setVisible(new and not first)
        self._title.setVisible(not new or first)
        if first and self._looks is None:
            self._looks = LookFields(self._desk)
            self._looks.chosen.connect(self._choose)
            self.row.addWidget(self._looks)
        if self._looks is not None:
            self._looks.setVisible(first)
        self._settings.setVisible(not first)
        for widget in (self.search, self._check, self._file, self._new):
            widget.setVisible(not new)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_choices(menu, self._desk, self._choose)
        menu.popup(self._settings.mapToGlobal(self._settings.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows keep the icons of the lesser buttons."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.current().px(_ROOM_FOR_WORDS)
        for button, words in self._words.items():
            button.setText(words if roomy else "")
            button.setToolTip("" if roomy else words)
            button.setAccessibleName(words)
