"""The line above deleted cases: bring one back, or let it go for good."""

from PySide6.QtCore import Signal

from appealwriter.base.i18n import tr
from appealwriter.ui.frame.header import Bar
from appealwriter.ui.parts import Button, label


class BinBar(Bar):
    """Both deeds are about the chosen case."""

    restore = Signal()
    for_good = Signal()

    def __init__(self) -> None:
        super().__init__()
        restore = Button(tr("Restore"), icon="undo", small=True)
        restore.clicked.connect(self.restore)
        for_good = Button(tr("Delete for good…"), small=True)
        for_good.clicked.connect(self.for_good)
        self.row.addWidget(label(tr("Enter restores the chosen case."), "dense", "text2"), 1)
        self.row.addWidget(restore)
        self.row.addWidget(for_good)
        self.hide()
