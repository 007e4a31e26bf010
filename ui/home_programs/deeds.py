"""What is done to a draft besides editing its cards: add, swap, begin from something, templates."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.domain import Activity
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.suggesting import Offer
from ot_desktop.home_programs.templates import ProgramTemplate, TemplateService
from ui.asking import Asker
from ui.home_programs.drafting import Drafting
from ui.home_programs.message_line import MessageLine


class ProgramDeeds(QObject):
    """``added`` carries the key of an activity that is new in the program."""

    added = Signal(str)

    def __init__(
        self,
        templates: TemplateService,
        asker: Asker,
        drafting: Drafting,
        message_line: MessageLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._templates = templates
        self._asker = asker
        self._drafting = drafting
        self._line = message_line

    @Slot(object, str)
    def edit(self, draft: ProgramDraft, kind: str = "") -> None:
        """Take a change; what was said about the one before is over."""
        self._line.hide()
        self._drafting.edit(draft, kind)

    @Slot(object)
    def choose(self, offer: Offer) -> None:
        """Add an activity, or take it out when it is there; a clash is refused with its reason."""
        page = self._drafting.opened
        activity = offer.activity
        if activity.key in page.draft.keys:
            self.edit(page.draft.without(page.draft.keys.index(activity.key)))
        elif clashes := page.clashes(activity):
            self._refuse(activity, clashes[0].sentence)
        else:
            self.edit(page.added(page.draft, activity))
            self.added.emit(activity.key)

    @Slot(str, str)
    def swap(self, key: str, by: str) -> None:
        """Put another activity in the place of one."""
        page = self._drafting.opened
        if key not in page.draft.keys:
            return
        place = page.draft.keys.index(key)
        new = next(offer.activity for offer in page.offers if offer.activity.key == by)
        fuller = page.added(page.draft.without(place), new)
        self.edit(fuller.moved(len(fuller.activities) - 1, place))
        self.added.emit(by)

    @Slot(object)
    def start_from(self, draft: ProgramDraft) -> None:
        """Go on with another draft."""
        self.edit(draft)

    @Slot()
    def start_from_last(self) -> None:
        """Begin with the last program; say what an alert has come to forbid in it."""
        page = self._drafting.opened
        if page.last is not None:
            self.edit(page.from_last(page.draft))
            self._say_left_out(page.left_out(page.last.activities))

    @Slot(object)
    def start_from_template(self, template: ProgramTemplate) -> None:
        """Begin with a template."""
        page = self._drafting.opened
        self.edit(page.from_template(page.draft, template))
        self._say_left_out(page.left_out(template.activities))

    @Slot()
    def save_template(self) -> None:
        """Keep the program as a template under a name that is asked for."""
        page = self._drafting.opened
        if not page.draft.activities:
            self._line.say("warn", self.tr("Add an activity first. Then it can be a template."))
            return
        suggestion = page.draft.activities[0].activity.words["en"].title
        name = self._asker.ask_text(
            self.tr("Save as a template?"), self.tr("Name"), self.tr("Save"), suggestion
        )
        if name is not None and self._try(
            partial(self._templates.save, name, page.draft, page.facts.child)
        ):
            self._drafting.reread()
            self._line.say("ok", self.tr("Template saved: {0}").format(name))

    @Slot(object)
    def remove_template(self, template: ProgramTemplate) -> None:
        """Take one of the clinic's templates off the list, with a way back."""
        if template.id is None or not self._try(partial(self._templates.remove, template.id)):
            return
        self._drafting.reread()
        put_back = partial(self._templates.remove, template.id, put_back=True)
        self._line.say("ok", self.tr("Template removed: {0}").format(template.name))
        self._line.offer(self.tr("Put it back"), lambda: self._put_back(put_back))

    def _put_back(self, put_back: Callable[[], object]) -> None:
        if self._try(put_back):
            self._drafting.reread()
            self._line.hide()

    def refuse(self, sentence: str) -> None:
        """Say what was refused."""
        self._line.say("danger", sentence)

    def _refuse(self, activity: Activity, sentence: str) -> None:
        self._line.say("danger", sentence)
        swaps = self._drafting.opened.swaps(activity)
        if swaps:
            title = swaps[0].words["en"].title
            instead = partial(self._add_instead, swaps[0])
            self._line.offer(self.tr("Use {0}").format(title), instead)

    def _add_instead(self, activity: Activity) -> None:
        page = self._drafting.opened
        self.edit(page.added(page.draft, activity))
        self.added.emit(activity.key)

    def _say_left_out(self, sentences: tuple[str, ...]) -> None:
        if sentences:
            self._line.say("warn", self.tr("Left out. {0}").format(" ".join(sentences)))

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ClinicError as error:
            self._line.say("danger", str(error))
            return False
        return True
