"""Makes a new recovery key when the sheet was lost or seen by somebody."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ot_desktop.access.recovery_sheet import RecoverySheet, recovery_sheet
from ot_desktop.clock import today
from ot_desktop.services import Services
from ui.asking import Asker


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecoveryRenewal", words)


def renew_recovery_sheet(services: Services, asker: Asker, say: Callable[[str], None]) -> None:
    """Ask first, since the old sheet opens nothing afterwards; never lose the new key."""
    question = _tr("Make a new recovery key?")
    explanation = _tr("The sheet you have now will open nothing any more.")
    if not asker.confirm(question, explanation, _tr("Make a new key")):
        return
    file = asker.file_to_save(
        _tr("Save the recovery sheet"), "recovery-sheet.pdf", _tr("Pages (*.pdf)")
    )
    if file is None:
        return
    settings = services.settings.clinic().settings
    key = services.access.colleagues.renew_recovery_key()
    try:
        file.write_bytes(recovery_sheet(RecoverySheet(settings.name, key, today(), settings.paper)))
    except OSError:
        lost = _tr("The sheet could not be saved. Write this key down now: {0}")
        asker.confirm(_tr("Your new recovery key"), lost.format(key), _tr("I wrote it down"))
        return
    say(_tr("Recovery sheet saved. Print it, lock it away, then delete the file."))
