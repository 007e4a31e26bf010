"""The list of messages: two lines a row; what is needed least goes first where room is scarce."""

from collections.abc import Sequence

from ot_desktop.messages.domain import Message
from ui.messages.messages_delegate import MessagesDelegate
from ui.messages.messages_table_model import CHILD, PROMISE, SAID, WHEN, MessagesTableModel
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.table import TableView

WIDTHS = {CHILD: 170, PROMISE: 190, WHEN: 120}
SAID_WIDTH = 250


class MessageList(TableView):
    """Shows messages in the order given."""

    def __init__(self, name: str, *, names_child: bool = True) -> None:
        super().__init__(name, "roomy")
        self.model_ = MessagesTableModel(self)
        self.setModel(self.model_)
        self.set_row_delegate(MessagesDelegate())
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(SAID, header.ResizeMode.Stretch)
        widths = WIDTHS if names_child else {key: WIDTHS[key] for key in (PROMISE, WHEN)}
        self.setColumnHidden(CHILD, not names_child)
        FittedColumns(self, SAID_WIDTH, widths)

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these; the same message stays chosen, else the first one is."""
        kept = self.current_key()
        self.model_.show_rows(messages)
        if messages and not (kept is not None and self.select_key(kept)):
            self.selectRow(0)

    def current_message(self) -> Message | None:
        """Return the chosen message."""
        index = self.currentIndex()
        return self.model_.row(index.row()) if index.isValid() else None
