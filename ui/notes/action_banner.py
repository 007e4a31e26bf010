"""A banner with something to do about it."""

from PySide6.QtWidgets import QWidget

from ui.widgets.banner import AlertBanner, BannerKind
from ui.widgets.button import Button


class ActionBanner(AlertBanner):
    """``button`` stands at its right end."""

    def __init__(
        self,
        kind: BannerKind,
        lead: str,
        text: str,
        verb: str,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, lead, text, icon)
        if parent is not None:
            self.setParent(parent)
        self.button = Button(verb, size="small")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.button)
