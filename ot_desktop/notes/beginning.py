"""What a new note already says before anybody types, and what may be copied into it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from ot_desktop.caseload.goals import Goal
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.missed_visit import MissedVisit
from ot_desktop.notes.note_page import LastNote, Visit
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    HomeReport,
    ParentPart,
    Question,
    ShownToday,
    days_asked_about,
)
from ot_desktop.notes.practice_plan import PracticePlan
from ot_desktop.notes.session_part import GoalToday, SessionPart, SessionTime, WhatWeDid
from ot_desktop.notes.wording import WHY_MISSED


def new_content(
    visit: Visit, goals: tuple[Goal, ...], since: date | None, questions: tuple[Question, ...] = ()
) -> NoteContent:
    """Return a note that knows the goals, the booked time and the questions still open."""
    today = tuple(map(_unscored, goals))
    booked = SessionTime(visit.starts.time(), visit.ends.time())
    days = days_asked_about(since, visit.starts.date())
    return NoteContent(
        session=SessionPart(goals=today, time=booked),
        parent=ParentPart(at_home=AtHome(since=since, days=days), questions=questions),
    )


def with_goals(content: NoteContent, goals: tuple[Goal, ...]) -> NoteContent:
    """Return a draft with goals added since it was begun; of those ended, the answered stay."""
    still_open = {goal.id for goal in goals}
    kept = [
        told
        for told in content.session.goals
        if told.goal_id in still_open or told.is_answered or told.score is not None
    ]
    known = {told.goal_id for told in kept}
    added = [_unscored(goal) for goal in goals if goal.id not in known]
    return replace(content, session=replace(content.session, goals=(*kept, *added)))


def as_the_visit_went(content: NoteContent, visit: Visit) -> NoteContent:
    """Return the short note for a missed visit, and the long one for any other.

    What was written before the visit changed stays: a missed visit's words become what we did.
    """
    if visit.is_missed and content.missed is None:
        why = visit.reason_words or WHY_MISSED.get(visit.reason, "")
        return replace(content, missed=MissedVisit(why))
    if content.missed is not None and not visit.is_missed:
        missed, session = content.missed, content.session
        words = (session.did.text, missed.why, missed.said, missed.contact_plan)
        text = "\n".join(filter(None, map(str.strip, words)))
        did = replace(session.did, text=text)
        return replace(content, missed=None, session=replace(session, did=did))
    return content


def _unscored(goal: Goal) -> GoalToday:
    return GoalToday(goal.id, goal.statement, goal.out_of)


def open_questions(
    last_note: LastNote | None, settled: Collection[str] = ()
) -> tuple[Question, ...]:
    """Return the questions nobody has answered yet, with the day they were first asked.

    ``settled`` are questions that were answered since, outside of a visit.
    """
    if last_note is None:
        return ()
    return tuple(
        replace(question, asked_on=question.asked_on or last_note.on)
        for question in last_note.content.parent.questions
        if question.is_open and question.asked.strip() not in settled
    )


def show_again(shown: Iterable[ShownToday]) -> tuple[str, ...]:
    """Return the strategies the parent does not do alone yet; the latest note on each decides."""
    latest: dict[str, bool] = {}
    for each in shown:
        today: dict[str, bool] = {}  # somebody of two who were shown it may need it again
        for strategy in each.strategies:
            today[strategy.title] = today.get(strategy.title, False) or strategy.comes_again
        for title, again in today.items():
            latest.setdefault(title, again)
    return tuple(title for title, again in latest.items() if again)


def blank_report(by: str, caregiver_id: int | None, plan: PracticePlan | None) -> HomeReport:
    """Return a report that names every activity of the plan and says nothing of any."""
    listed = plan.activities if plan else ()
    return HomeReport(
        by, caregiver_id, tuple(ActivityReport(activity.title, activity.id) for activity in listed)
    )


def copied_from_last(content: NoteContent, last_note: LastNote) -> NoteContent:
    """Fill what we did and the plan, where empty, from the last note.

    Scores, and everything a parent said, are of their own day and are never copied.
    """
    session, last = content.session, last_note.content.session
    did = WhatWeDid(
        session.did.activities or last.did.activities, session.did.text or last.did.text
    )
    return replace(content, session=replace(session, did=did, plan=session.plan or last.plan))
