"""Library, program and pages side by side; where there is no room, one of the last two."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.home_programs.library_panel import LibraryPanel
from ui.home_programs.preview_panel import PreviewPanel
from ui.home_programs.program_panel import ProgramPanel
from ui.theme import theme

_LEFT = 296
_RIGHT = (330, 384)  # in a narrow window, and in a wide one
_THREE_COLUMNS_FROM, _WIDE_FROM = 1120, 1180
_NO_LIMIT = 16_777_215  # Qt's own


class BuilderColumns(QWidget):
    """Shares its width between the three."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.library = LibraryPanel()
        self.program = ProgramPanel()
        self.preview = PreviewPanel()
        row.addWidget(self.library)
        row.addWidget(self.program, 1)
        row.addWidget(self.preview, 1)

    def fit(self, width: int, side: str) -> bool:
        """Share ``width``, the page's; ``side`` is shown where two fit. Say whether three do."""
        current = theme()
        is_wide = width >= current.px(_THREE_COLUMNS_FROM)
        right = current.px(_RIGHT[width >= current.px(_WIDE_FROM)])
        self.program.setVisible(is_wide or side == "program")
        self.preview.setVisible(is_wide or side == "preview")
        self.library.setFixedWidth(current.px(_LEFT))
        self.preview.setMinimumWidth(right if is_wide else 0)
        self.preview.setMaximumWidth(right if is_wide else _NO_LIMIT)
        return is_wide
