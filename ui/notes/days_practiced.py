"""On how many days an activity was practiced: a click for a week, a number for a longer time."""

from PySide6.QtCore import Signal

from ui.notes.choice_bar import ChoiceBar
from ui.notes.count_box import CountBox


class DaysBar(ChoiceBar):
    """Each count of a week at most is one click or one digit."""

    answered = Signal()

    def __init__(self, name: str, most: int) -> None:
        counts = [str(count) for count in range(most + 1)]
        super().__init__(name, [(count, count) for count in counts], in_row=True, pad=6)
        self.chosen.connect(self.answered)

    def days(self) -> int | None:
        """Return the count; None when nobody has said."""
        return int(self.value()) if self.value() else None

    def show_days(self, days: int | None) -> None:
        """Show a count without telling anybody."""
        self.set_value("" if days is None else str(days))

    def type(self, digit: str) -> None:
        """Take a digit that was typed."""
        self.choose(digit)


class DaysCount(CountBox):
    """Counts to more than a week: two digits one after the other are one number."""

    answered = Signal()

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name, _of(most), 0, most)
        self._most = most
        self.changed.connect(self.answered)

    def days(self) -> int | None:
        """Return the count; None when nobody has said."""
        return self.value()

    def show_days(self, days: int | None) -> None:
        """Show a count without telling anybody."""
        self.set_value(days)

    def type(self, digit: str) -> None:
        """Take a digit; it follows the one before where the number can be."""
        together = int(f"{self.value() or 0}{digit}")
        self.take(together if together <= self._most else int(digit))


def _of(most: int) -> str:
    return f"{{0}} of {most}"
