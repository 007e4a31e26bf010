"""The floor of every start: an empty PySide6 window, painted once."""

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class BlankWindow(QMainWindow):
    """Ends the program after its first paint."""

    def paintEvent(self, event: QEvent) -> None:
        """Say so once everything is on the screen."""
        QTimer.singleShot(0, self.say_painted)

    def say_painted(self) -> None:
        """Tell the parent process, and end."""
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        QApplication.quit()


def main() -> None:
    """Show the window."""
    app = QApplication(sys.argv[:1])
    window = BlankWindow()
    window.resize(1366, 700)
    window.show()
    app.exec()

    from tests.bench.peak import peak_mib  # noqa: PLC0415  (after what is measured)

    sys.stdout.write(f"{peak_mib()}\n")


if __name__ == "__main__":
    main()
