"""About home beside the note, one key away: a sheet over the rail, for as long as it is needed."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.about_home import AboutHomeService
from ot_desktop.caseload.domain import ChildPage
from ui.shared.about_home import AboutHome
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import bind

_WIDTH, _EDGE = 372, 12


class HomeSheet(QFrame):
    """Built when it is first wanted; ``host`` is what it lies over, at the right."""

    def __init__(self, service: AboutHomeService, host: QWidget, *, may_edit: bool) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.setProperty("card", "current")
        self.setAccessibleName(self.tr("About home"))
        self.about = AboutHome(service, may_edit=may_edit)
        self.close_button = IconButton("x", self.tr("Close about home"))
        self._title = label("", "h3")
        self._build()
        self.close_button.clicked.connect(self.leave)
        bind(self, "Escape", self.leave)
        host.installEventFilter(self)
        self.hide()

    def show_child(self, child: ChildPage) -> None:
        """Show what this child's family told."""
        self._title.setText(self.tr("{0} at home").format(child.first_name))
        self.about.show_child(child.id, child.caregivers)

    def come(self) -> None:
        """Lie over the host and take the keyboard; ``leave`` gives it back."""
        self._before = self._host.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.about.words_area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go, and give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        area = self._host.rect()
        width = min(theme().px(_WIDTH), area.width() - 2 * _EDGE)
        self.setGeometry(area.right() - width - _EDGE, 0, width, area.height() - _EDGE)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(14, 0, 14, 12)
        body.addWidget(self.about)
        body.addStretch(1)
        column.addWidget(scroller(inside), 1)
