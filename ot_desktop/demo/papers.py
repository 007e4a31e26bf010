"""Home programs the demo clinic has given: chosen, checked and printed like any other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from db.queries import home_programs as queries
from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import ChildPage, age_on
from ot_desktop.clock import instant_of
from ot_desktop.demo.story import DemoChild, Dice, told
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.home_programs import issuing, printing, reading
from ot_desktop.home_programs.domain import Activity, Reward, RewardKind, Visit
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.minutes import Verdict
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.home_programs.safety import reward_clashes
from ot_desktop.home_programs.suggesting import alert_words, cue_words_for, offers
from ot_desktop.home_programs.translating import language_of
from ot_desktop.notes.practice_plan import PlannedPractice, PracticePlan
from ot_desktop.permissions import SignedIn
from ot_desktop.settings.domain import Clinic

ACTIVITIES = 3
VISITS_ON_PAPER = 3


class Papers:
    """Gives families their plans, and remembers what each had when."""

    def __init__(self, clinic: Clinic, writes: dict[int, SignedIn], dice: Dice) -> None:
        self._clinic = clinic
        self._writes = writes
        self._dice = dice
        self._library: tuple[Activity, ...] = ()
        self._given: defaultdict[int, list[PracticePlan]] = defaultdict(list)

    def given_before(self, child_id: int, day: date) -> PracticePlan | None:
        """Return the plan a family practiced up to ``day``."""
        begun = [plan for plan in self._given[child_id] if plan.starts_on < day]
        return begun[-1] if begun else None

    def give(self, visit: DemoVisit, later: Sequence[DemoVisit]) -> None:
        """Give a plan at the end of a visit; ``later`` visits stand on it."""
        self._library = self._library or reading.library()
        child, given_on = visit.child, visit.visit.day
        author = self._writes[visit.visit.therapist_id]
        page = caseload_reading.child_page(child.id)
        therapist = author.name.split()[0]
        visits = tuple(Visit(each.visit.starts, therapist) for each in later[:VISITS_ON_PAPER])
        draft = self._draft(page, given_on, visits)
        facts = reading.print_facts(page, self._clinic, therapist, given_on, visits)
        if draft.replaces_id:
            facts = replace(facts, replaces_on=self._given[child.id][-1].starts_on)
        pdf = printing.papers(printing.printable(draft, facts), draft.choice)
        issued_at = instant_of(visit.visit.ends) + timedelta(minutes=3)
        columns = issuing.columns(draft, author.id, issued_at)
        program_id = queries.insert_program(columns)
        queries.give_program(program_id, issuing.activity_rows(draft, facts.child), issued_at)
        self._keep(program_id, child, pdf, (draft.choice.kind, author.id, issued_at))
        self._remember(program_id, draft)

    def _draft(self, page: ChildPage, day: date, visits: tuple[Visit, ...]) -> ProgramDraft:
        ends_on = day + timedelta(days=printing.USUAL_DAYS)
        before = self._given[page.id]
        draft = ProgramDraft(
            child_id=page.id,
            starts_on=day,
            ends_on=ends_on,
            chart_until=printing.chart_until(day, ends_on, visits),
            limit=reading.family_limit(page, self._clinic.settings),
            choice=reading.paper_choice(self._clinic.settings, page),
            name=printing.season_plan(day),
            reward=self._reward(page),
            replaces_id=before[-1].id if before else None,
        )
        return self._filled(page, draft)

    def _filled(self, page: ChildPage, draft: ProgramDraft) -> ProgramDraft:
        """Add what fits the child best, as long as the family has the minutes."""
        age = age_on(page.born_on, draft.starts_on)[0] if page.born_on else None
        listed = offers(self._library, page.goals, age, alert_words(page.alerts))
        fitting = [offer for offer in listed if not offer.clashes and offer.suits_age]
        for offer in fitting:
            say = cue_words_for(offer.activity, page.goals, draft.activities)
            more = draft.with_activity(offer.activity, say)
            if more.budget.verdict is Verdict.FINE and not more.budget.is_over:
                draft = more
            if len(draft.activities) == ACTIVITIES:
                break
        return draft

    def _reward(self, page: ChildPage) -> Reward:
        prize = self._dice.one(told("clinic")["rewards"])
        if reward_clashes(prize, alert_words(page.alerts)):
            prize = "Choose the bedtime story"
        if language_of(page.language) == "es":
            prize = "elegir el cuento de la noche"
        return Reward(self._dice.one(tuple(RewardKind)), prize)

    def _keep(
        self, program_id: int, child: DemoChild, pdf: bytes, how: tuple[str, int, datetime]
    ) -> None:
        kind, author_id, issued_at = how
        queries.insert_paper(
            {
                "child": child.id,
                "home_program": program_id,
                "kind": kind,
                "caregiver": child.carers[0].id,
                "issued_at": issued_at,
                "issued_by": author_id,
                "reason": "",
                "pages": count_pages(pdf),
                "sha256": sha256(pdf).hexdigest(),
                "pdf": pdf,
            }
        )

    def _remember(self, program_id: int, draft: ProgramDraft) -> None:
        activities = tuple(queries.program_activities(program_id, PlannedPractice))
        plan = PracticePlan(program_id, draft.starts_on, draft.ends_on, activities)
        self._given[draft.child_id].append(plan)
