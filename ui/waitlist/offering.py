"""What the waitlist's page does about offers: hold, answer, book, take back."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.caseload.domain import first_name
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import SignedIn
from ot_desktop.settings.service import SettingsService
from ot_desktop.waitlist.domain import Entry, HeldOffer, Match, OfferOutcome, OpenedTime
from ot_desktop.waitlist.service import WaitlistService
from ui.waitlist.offer_panel import OfferPanel
from ui.waitlist.words import outcome_words, script, slot_long_words, slot_words


class Offering(QObject):
    """Drives the offer panel; ``told`` carries a sentence and what takes it back."""

    told = Signal(str, object)
    ended = Signal()

    def __init__(
        self,
        waitlist: WaitlistService,
        caseload: CaseloadService,
        settings: SettingsService,
        user: SignedIn,
        panel: OfferPanel,
    ) -> None:
        super().__init__(panel)
        self._waitlist = waitlist
        self._caseload = caseload
        self._settings = settings
        self._user = user
        self._panel = panel
        self._call: tuple[OpenedTime, Match] | None = None
        panel.picked.connect(self._pick)
        panel.answered.connect(self._answer)
        panel.back_wanted.connect(self._go_back)

    def offer_slot(self, opened: OpenedTime) -> None:
        """Show whom a slot suits, whom to call first on top."""
        matches = self._waitlist.matches(opened.time)
        choices = [(opened, match, match.entry.child_name) for match in matches]
        title = self.tr("Offer {0}").format(slot_long_words(opened))
        self._panel.show_choices(title, choices, self.tr("Nobody who waits fits this slot."))

    def offer_to(self, entry: Entry, fits: Mapping[OpenedTime, Sequence[Match]]) -> None:
        """Show which slots suit a family; one that is held for them is asked about at once."""
        held = self.held_for(entry)
        own = [
            (opened, match, slot_long_words(opened))
            for opened, matches in fits.items()
            for match in matches
            if match.entry.id == entry.id
        ]
        for opened, match, _words in own:
            if held is not None and opened.time == held.time:
                self._show_call(opened, match, held)
                return
        title = self.tr("Offer {0} a slot").format(first_name(entry.child_name))
        nothing = self.tr("No open slot of this week suits {0}.").format(entry.child_name)
        self._panel.show_choices(title, own, nothing)

    def held_for(self, entry: Entry) -> HeldOffer | None:
        """Return what is held for a family just now."""
        return next((each for each in self._waitlist.held() if each.entry_id == entry.id), None)

    @Slot(object, object)
    def _pick(self, opened: OpenedTime, match: Match) -> None:
        try:
            offer_id = self._waitlist.offer(match.entry.id, opened.time)
        except ClinicError as error:
            self._panel.notice.say(str(error))
            return
        offer = next(each for each in self._waitlist.held() if each.id == offer_id)
        self._show_call(opened, match, offer)

    def _show_call(self, opened: OpenedTime, match: Match, offer: HeldOffer) -> None:
        self._call = opened, match
        child = self._caseload.banner(match.entry.child_id)
        clinic = self._settings.clinic().settings.name
        words = script(match, opened, self._user.name, clinic, offer.held_until)
        self._panel.show_call(opened, match, offer, child, words)

    @Slot()
    def _go_back(self) -> None:
        """Let go of a slot nobody was called about, and choose another family."""
        if self._panel.offer is None or self._call is None:
            return
        self._waitlist.release(self._panel.offer.id)
        self.offer_slot(self._call[0])

    @Slot(object, str)
    def _answer(self, outcome: OfferOutcome, reason: str) -> None:
        offer = self._panel.offer
        if offer is None or self._call is None:
            return
        self._panel.notice.say("")
        try:
            if outcome is OfferOutcome.YES:
                self._book(offer, reason)
            else:
                self._keep(offer, outcome)
        except ValidationError as error:
            self._panel.ask_reason(" ".join(error.fields.values()))
        except ClinicError as error:
            self._panel.notice.say(str(error))

    def _book(self, offer: HeldOffer, reason: str) -> None:
        series_id = self._waitlist.accept(offer.id, reason)
        opened, match = self._called()
        name, slot = match.entry.child_name, slot_words(opened.time)
        words = self.tr("{0} is booked, {1}").format(name, slot)
        if match.is_partial:
            words = self.tr("{0} is booked for {1} of {2} weeks and waits on").format(
                name, match.weeks_free, match.entry.weeks
            )
        self.ended.emit()
        self.told.emit(words, partial(self._waitlist.take_back, offer.id, series_id))

    def _keep(self, offer: HeldOffer, outcome: OfferOutcome) -> None:
        self._waitlist.answer(offer.id, outcome)
        opened, match = self._called()
        name = match.entry.child_name
        if outcome is OfferOutcome.CALL_BACK:
            self.ended.emit()
            until = offer.minutes_left(now_utc())
            words = self.tr("{0} calls back. Held for {1} min").format(name, until)
        else:
            self.offer_slot(opened)  # the next family is one click away
            words = f"{name}: {outcome_words(outcome)}"
        self.told.emit(words, None)

    def _called(self) -> tuple[OpenedTime, Match]:
        if self._call is None:
            raise RuntimeError("nobody is called")
        return self._call
