"""Asks for the password and signs: a note, an addendum, a co-signature."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ot_desktop.errors import ClinicError
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.open_notes import KeptText
from ot_desktop.notes.service import NotesService
from ot_desktop.notes.signing import Confirmed
from ui.asking import Asker


class Signing(QObject):
    """``refused`` carries the sentence to show; each verb says whether it was done."""

    refused = Signal(str)

    def __init__(self, notes: NotesService, asker: Asker, parent: QObject) -> None:
        super().__init__(parent)
        self._notes = notes
        self._asker = asker

    def sign(self, page: NotePage, note_id: int) -> bool:
        """Sign a complete draft."""
        if page.may_ask_alerts and not self._asker.confirm(
            self.tr("Sign without asking about allergies and precautions?"),
            self.tr("Nobody has asked this family yet. It takes a minute while they are here."),
            self.tr("Sign anyway"),
        ):
            return False
        question = self.tr("Sign as {0}?").format(page.signer.as_text)
        return self._with_password(
            question, self.tr("Sign note"), lambda who: self._notes.sign(note_id, who)
        )

    def add(self, page: NotePage, body: str, kept: KeptText | None) -> bool:
        """Sign an addendum; ``kept`` is the text beside the note that was put into it."""
        note_id = page.note_id
        if note_id is None:
            return False
        if not body.strip():
            self.refused.emit(self.tr("Write what you want to add."))
            return False
        done = self._with_password(
            self.tr("Sign the addendum as {0}?").format(page.signer.as_text),
            self.tr("Sign"),
            lambda who: self._notes.add_addendum(note_id, body, who),
        )
        if done and kept is not None:
            self._notes.drafts.settle(kept, page.visit.child_id)
        return done

    def cosign(self, page: NotePage) -> bool:
        """Co-sign an assistant's note that is shown."""
        return page.note_id is not None and self.cosign_of(page.note_id, page.child.first_name)

    def cosign_of(self, note_id: int, child: str) -> bool:
        """Co-sign an assistant's note by password or PIN."""
        as_text = self._notes.signs_as
        words = self.tr("Co-sign {0}’s note as {1}? Your PIN is enough.")
        if not self._notes.has_pin:
            words = self.tr("Co-sign {0}’s note as {1}?")
        return self._with_password(
            words.format(child, as_text),
            self.tr("Co-sign"),
            lambda who: self._notes.cosign(note_id, who),
            self._notes.confirming_cosign(),
        )

    def _with_password(
        self,
        question: str,
        verb: str,
        sign: Callable[[Confirmed], None],
        check: Callable[[str], Confirmed] | None = None,
    ) -> bool:
        confirmed = self._asker.confirm_password(question, verb, check or self._notes.confirm)
        if confirmed is None:
            return False
        try:
            sign(confirmed)
        except ClinicError as refusal:
            self.refused.emit(str(refusal))
            return False
        return True
