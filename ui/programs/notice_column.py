"""Notices under the head of an intensive."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.notice import Notice


class NoticeColumn(QWidget):
    """As wide as the page's content; takes no room while no notice has anything to say."""

    def __init__(self, *notices: Notice) -> None:
        super().__init__()
        self._notices = notices
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 10)
        column.setSpacing(8)
        for notice in notices:
            column.addWidget(notice)
            notice.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the notices."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setHidden(all(each.isHidden() for each in self._notices))
        return super().eventFilter(watched, event)
