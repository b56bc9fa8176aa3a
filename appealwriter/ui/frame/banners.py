"""The place above a page where banners stand until they are settled."""

from PySide6.QtWidgets import QVBoxLayout

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.ui.parts import Banner, sentences


class Banners(QVBoxLayout):
    """Takes no room while it is empty. `side` is the margin at left and right in pixels."""

    def __init__(self, side: int = 20) -> None:
        super().__init__()
        self._side = side
        self._shown: list[Banner] = []
        self._fit()

    def add(self, banner: Banner) -> None:
        """Show a banner; the caller removes it when it is settled."""
        self._shown.append(banner)
        self.addWidget(banner)
        self._fit()
        banner.show()

    def remove(self, banner: Banner) -> None:
        """Take a banner away."""
        if banner in self._shown:
            self._shown.remove(banner)
            self.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
            self._fit()

    def clear(self) -> None:
        """Take all away."""
        for banner in list(self._shown):
            self.remove(banner)

    def tell(self, kind: str, text: str, strong: str = "") -> None:
        """Say something that the person puts away by hand; the same words are not said twice."""
        said = sentences(strong, text)
        if any(banner.accessibleName() == said for banner in self._shown):
            return
        banner = Banner(kind, text, strong=strong, buttons=[("close", tr("Understood"))])
        banner.pressed.connect(lambda _: self.remove(banner))
        self.add(banner)

    def trouble(self, error: AppealError) -> None:
        """Bad news that does not stop the work."""
        self.tell("weak", error.advice, error.what)

    def _fit(self) -> None:
        self.setContentsMargins(self._side, 12 if self._shown and self._side else 0, self._side, 0)
