"""Starts Qt and runs the program until its window closes."""

import gc
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ot_desktop.paths import ClinicFolder, own_clinic
from ot_desktop.start_options import StartOptions
from ui.look import Look
from ui.program import Program
from ui.theme import install_theme


def new_application(look: Look | None = None) -> QApplication:
    """Make the Qt application in the look this computer keeps."""
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    # As an argument: `setStyle` returns a style, and PySide then loads all it knows of styles.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("OT Desktop")
    app.setQuitOnLastWindowClosed(True)
    if look is not None:
        install_theme(app, look.scheme, look.text_size, sheet=False)
    return app


def run(options: StartOptions) -> int:
    """Run the program until its window closes; return the exit status."""
    if options.headless:
        return _walk_unseen(options)
    if options.demo:
        from ot_desktop.demo.place import demo_clinic  # noqa: PLC0415  (the demo only)

        folder = demo_clinic(options.clinic)
    else:
        folder = ClinicFolder(options.clinic) if options.clinic else own_clinic()
    look = Look(folder)
    app = new_application(look)
    program = Program(folder, look)
    # What is loaded by then stays; to look through all of it for garbage takes 45 ms each time.
    program.loaded.connect(gc.freeze)
    program.start()
    status = app.exec()
    program.end()
    return status


def _walk_unseen(options: StartOptions) -> int:
    """Walk a demo clinic of its own: what a walk books and signs is not there for the next one."""
    from ot_desktop.demo.place import demo_clinic  # noqa: PLC0415  (the demo only)
    from ui.demo_walk import walk  # noqa: PLC0415

    with TemporaryDirectory(prefix="ot-desktop-", ignore_cleanup_errors=True) as own:
        folder = demo_clinic(options.clinic or Path(own))
        _app = new_application(Look(folder))
        return walk(folder, options.out)
