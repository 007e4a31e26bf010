"""The page of one child: alerts that stay, overview, sessions, home programs, family."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.new_child import FirstStep, first_steps
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.attendance import ATTENDED
from ot_desktop.services import Services
from ui.asking import Asker
from ui.caseload.care_column import Glance
from ui.caseload.child_head import ChildHead
from ui.caseload.child_menu import ChildMenu
from ui.caseload.documents_tab import DocumentsTab
from ui.caseload.family_deeds import FamilyDeeds
from ui.caseload.family_tab import FamilyTab
from ui.caseload.overview_tab import OverviewTab
from ui.caseload.sessions_tab import SessionsTab
from ui.change_bridge import ChangeBridge
from ui.shared.alert_strip import AlertStrip
from ui.widgets.button import Button, IconButton
from ui.widgets.notice import Notice
from ui.widgets.shortcut import bind
from ui.widgets.tabs import Tabs

OURS = {Topic.CASELOAD, Topic.SCHEDULE, Topic.NOTES, Topic.HOME_PROGRAMS, Topic.MESSAGES}
OVERVIEW, GOALS, SESSIONS, HOME_PROGRAMS, FAMILY, MESSAGES, DOCUMENTS = range(7)


class ChildTab(Protocol):
    """A part of the page that another feature provides."""

    def show_child(self, child_id: int) -> None:
        """Show one child."""


class ChildPageView(QWidget):
    """Shows one child at a time; what is not looked at is neither made nor filled."""

    back_wanted = Signal()
    book_wanted = Signal(int)
    note_wanted = Signal(int)
    visit_opened = Signal(int)
    write_note_wanted = Signal(int)
    home_program_wanted = Signal(int)
    approve_wanted = Signal(int)
    approval_choice_wanted = Signal(int)
    goal_wanted = Signal(int)
    score_wanted = Signal(int)
    log_wanted = Signal()

    def __init__(self, services: Services, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._caseload = services.caseload
        self._programs = services.home_programs
        self._scheduling = services.scheduling
        self._settings = services.settings
        self._attendance = services.attendance
        self._user = services.user
        self._child: ChildPage | None = None
        self._waiting: dict[int, Callable[[], None]] = {}
        self._others: dict[int, Callable[[], ChildTab]] = {}
        self._documents_tab: Callable[[], DocumentsTab] | None = None
        self._deeds = FamilyDeeds(self._caseload, asker, lambda: self._child, over=self)
        self.setProperty("ground", "window")
        self._build()
        self._connect()

    @property
    def child_id(self) -> int | None:
        """The child shown, or None before the first."""
        return self._child.id if self._child else None

    def add_home_programs(self, tab: Callable[[], ChildTab]) -> None:
        """Offer the home programs' own widget, asked for when it is first looked at."""
        self._others[HOME_PROGRAMS] = tab

    def add_goals(self, tab: Callable[[], ChildTab]) -> None:
        """Offer goals and progress, to those who may read them."""
        self._others[GOALS] = tab
        self.tabs.setTabVisible(GOALS, True)  # noqa: FBT003  (Qt's signature)
        bind(self, f"Alt+{GOALS + 1}", self.show_goals)

    def add_messages(self, tab: Callable[[], ChildTab]) -> None:
        """Offer what was said with the family; without it there is no such tab."""
        self._others[MESSAGES] = tab
        self.tabs.setTabVisible(MESSAGES, True)  # noqa: FBT003  (Qt's signature)
        bind(self, f"Alt+{MESSAGES + 1}", self.show_messages)
        bind(self, "L", self.log_wanted)

    def add_documents(self, tab: Callable[[], DocumentsTab]) -> None:
        """Offer the child's documents, asked for when they are first looked at."""
        self._others[DOCUMENTS] = self._documents_tab = tab
        self.tabs.setTabVisible(DOCUMENTS, True)  # noqa: FBT003  (Qt's signature)

    def follow(self, changes: ChangeBridge) -> None:
        """Reload when something of a child was saved."""
        changes.saved.connect(self._reload_if_ours)

    def show_child(self, child_id: int) -> None:
        """Show a child's page from the top; the activity log keeps who looked."""
        if self.child_id != child_id:
            self._waiting.clear()
            self.tabs.setCurrentIndex(OVERVIEW)
        self._child = self._caseload.child(child_id)
        self._waiting |= {place: partial(self._show_other, place) for place in self._others}
        self._fill(self._child)

    def take_focus(self) -> None:
        """Put the keyboard on the parts of the page."""
        self.tabs.setFocus()

    def show_goals(self) -> None:
        """Turn to goals and progress."""
        self.tabs.setCurrentIndex(GOALS)

    def show_home_programs(self) -> None:
        """Turn to the home programs of the child that is shown."""
        self.tabs.setCurrentIndex(HOME_PROGRAMS)

    def show_messages(self) -> None:
        """Turn to what was said with the family."""
        self.tabs.setCurrentIndex(MESSAGES)

    @Slot(int)
    def show_document(self, document_id: int) -> None:
        """Turn to one of the child's documents."""
        self.tabs.setCurrentIndex(DOCUMENTS)
        if self._documents_tab is not None:
            self._documents_tab().choose(document_id)

    def reload(self) -> None:
        """Show what is saved now."""
        if self._child is not None:
            self._child = self._caseload.banner(self._child.id)
            self._fill(self._child)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        self.back_button = Button(self.tr("Caseload"), "link", icon="chevron-left", size="small")
        column.addWidget(self.back_button)
        column.addLayout(self._head())
        self.alert_strip = AlertStrip()
        column.addWidget(self.alert_strip)
        self.expiry_notice = Notice("warn", "clock")
        column.addWidget(self.expiry_notice)
        self.tabs = Tabs(self.tr("Parts of the child’s page"))
        self.tabs.add(self.tr("Overview"))
        self.tabs.add(self.tr("Goals and progress"))
        self.tabs.add(self.tr("Sessions and notes"))
        self.tabs.add(self.tr("Home programs"))
        self.tabs.add(self.tr("Family and contacts"))
        self.tabs.add(self.tr("Messages"))
        self.tabs.add(self.tr("Documents"))
        for place in (GOALS, MESSAGES, DOCUMENTS):
            self.tabs.setTabVisible(place, False)  # noqa: FBT003  (Qt's signature)
        column.addWidget(self.tabs)
        self.stack = QStackedWidget()
        self.overview = OverviewTab(self._user)
        self.sessions = SessionsTab(self._user, self._attendance)
        self.family = FamilyTab(self._services)
        own = {OVERVIEW: self.overview, SESSIONS: self.sessions, FAMILY: self.family}
        for place in range(DOCUMENTS + 1):
            self.stack.addWidget(own.get(place) or QWidget())
        column.addWidget(self.stack, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.head = ChildHead()
        row.addWidget(self.head, 1)
        self._add_actions(row)
        return row

    def _add_actions(self, row: QHBoxLayout) -> None:
        may = self._user.may
        self.book_button = Button(self.tr("Book"), icon="calendar-plus")
        self.home_program_button = Button(self.tr("Home program"), icon="home-heart")
        self.note_button = Button(self.tr("Write note"), "primary", icon="pencil")
        self.more_button = IconButton("dots", self.tr("More for this child"), "standard")
        self.menu = ChildMenu(self._services, self._deeds, lambda: self._child, over=self)
        for button, is_allowed in (
            (self.book_button, may(Permission.BOOK)),
            (self.home_program_button, may(Permission.EDIT_HOME_PROGRAM)),
            (self.note_button, may(Permission.WRITE_NOTE)),
            (self.more_button, bool(self.menu.actions())),
        ):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
            if not is_allowed:  # showing one without a parent would open a window
                button.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.book_button.clicked.connect(partial(self._ask, self.book_wanted))
        self.home_program_button.clicked.connect(partial(self._ask, self.home_program_wanted))
        self.note_button.clicked.connect(partial(self._ask, self.write_note_wanted))
        self.more_button.clicked.connect(self._open_menu)
        self.tabs.currentChanged.connect(self._turn_to)
        for place in (OVERVIEW, SESSIONS, HOME_PROGRAMS, FAMILY, DOCUMENTS):
            bind(self, f"Alt+{place + 1}", partial(self.tabs.setCurrentIndex, place))
        self.overview.note_wanted.connect(self.note_wanted)
        self.overview.visit_opened.connect(self.visit_opened)
        self.overview.goal_wanted.connect(self.menu.add_goal)
        self.overview.score_wanted.connect(partial(self._ask, self.score_wanted))
        self.menu.goal_wanted.connect(self.goal_wanted)
        self.menu.program_wanted.connect(self.home_program_wanted)
        self.menu.approve_wanted.connect(self.approve_wanted)
        self.menu.approval_choice_wanted.connect(self.approval_choice_wanted)
        self.overview.family_wanted.connect(partial(self.tabs.setCurrentIndex, FAMILY))
        self.overview.sessions_wanted.connect(partial(self.tabs.setCurrentIndex, SESSIONS))
        self.overview.step_wanted.connect(self._take_step)
        self.overview.programs_wanted.connect(self.show_home_programs)
        self.sessions.note_wanted.connect(self.note_wanted)
        self.sessions.visit_opened.connect(self.visit_opened)
        self.sessions.book_wanted.connect(partial(self._ask, self.book_wanted))
        self.family.add_wanted.connect(self._deeds.add)
        self.family.change_wanted.connect(self._deeds.change)
        self.family.take_off_wanted.connect(self._deeds.take_off)
        self.family.earlier_wanted.connect(self._deeds.call_earlier)
        self.family.minutes_wanted.connect(self.menu.set_practice)
        self.family.document_wanted.connect(self.show_document)

    def _fill(self, child: ChildPage) -> None:
        day = today()
        self.head.show_child(child, day)
        self.alert_strip.show_alerts(child, day)
        sessions = self._scheduling.sessions_of(child.id)
        found = [each.words(day) for each in self._services.documents.expiring((child.id,))]
        self.expiry_notice.say(" ".join(f"{each}." for each in found))
        kept = self._services.documents.of_child(child.id)
        is_known = any(each.status in ATTENDED for each in sessions)
        may_see = self._user.may(Permission.SEE_NOTES)
        steps = () if is_known else first_steps(child, kept, sees_goals=may_see)
        practice = self._services.over_time.glance(child.id)
        given = self._programs.of_child(child.id)
        current = next((each for each in given if each.is_current), None)
        timeline = self._services.timelines.of_child(child, sessions, given)
        approved = self._scheduling.authorizations(child.id)
        glance = Glance(sessions, approved, current, steps, practice, timeline)
        self._waiting |= {
            OVERVIEW: partial(self.overview.show_child, child, glance, day),
            SESSIONS: partial(self.sessions.show_sessions, sessions, day),
            FAMILY: partial(self.family.show_child, child, kept),
        }
        self._turn_to(self.tabs.currentIndex())
        self.tabs.set_count(GOALS, len(child.goals))
        self.tabs.set_count(SESSIONS, len(sessions))
        self.tabs.set_count(FAMILY, len(child.caregivers))
        self.tabs.set_count(DOCUMENTS, len(kept))

    @Slot(object)
    def _take_step(self, step: FirstStep) -> None:
        if step is FirstStep.CONSENT:
            self.tabs.setCurrentIndex(DOCUMENTS)
        elif step is FirstStep.CONTACTS:
            self._deeds.add()
        else:
            self.menu.take_step(step)

    @Slot(int)
    def _turn_to(self, place: int) -> None:
        """Show a part, filled when it is first looked at: all at once would be felt."""
        if (fill := self._waiting.pop(place, None)) is not None:
            fill()
        self.stack.setCurrentIndex(place)

    def _show_other(self, place: int) -> None:
        if self._child is None:
            return
        tab, shown = self._others[place](), self.stack.widget(place)
        if isinstance(tab, QWidget) and shown is not None and tab is not shown:
            self.stack.removeWidget(shown)
            self.stack.insertWidget(place, tab)
        tab.show_child(self._child.id)

    def _ask(self, wanted: SignalInstance) -> None:
        if self._child is not None:
            wanted.emit(self._child.id)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS and self.isVisible():
            self.reload()

    @Slot()
    def _open_menu(self) -> None:
        corner = self.more_button.rect().bottomLeft()
        self.menu.popup(self.more_button.mapToGlobal(corner))
