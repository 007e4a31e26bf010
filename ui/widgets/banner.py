"""Alert banners under a child's name. They cannot be closed and stay while the child is shown."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.theme import theme
from ui.widgets.label import lead_label
from ui.widgets.symbol import Symbol

BannerKind = Literal["danger", "warn", "info", "ok"]
_ICONS: dict[BannerKind, str] = {
    "danger": "alert-triangle",
    "warn": "hand-stop",
    "info": "users",
    "ok": "circle-check",
}


class AlertBanner(QFrame):
    """One alert: ``lead`` in bold says what, ``text`` what to do. No close button, by design."""

    def __init__(self, kind: BannerKind, lead: str, text: str = "", icon: str = "") -> None:
        super().__init__()
        self.setProperty("banner", kind)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(theme().px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        symbol = Symbol(icon or _ICONS[kind], f"{kind}-text")
        row.addWidget(symbol, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.words = lead_label(lead, text)
        row.addWidget(self.words, 1)
        self.setAccessibleName(f"{lead} {text}".strip())
