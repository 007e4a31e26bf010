"""A note as plain text in SOAP order, for paper and for copying; it says only what was signed."""

from collections.abc import Iterator
from datetime import date, datetime

from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_am_pm, dated, long_day
from ot_desktop.goals.scales import PROMPT_WORDS, STEPS
from ot_desktop.goals.words import LEVEL_NAMES, signed
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.missed_visit import MissedVisit
from ot_desktop.notes.note_page import NotePage, SignedAddendum
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    HomeReport,
    ParentPart,
    PersonHere,
    Presence,
    StrategyShown,
    WhyNotInRoom,
)
from ot_desktop.notes.session_part import GoalToday, SessionPart
from ot_desktop.notes.wording import (
    EASE,
    HELP_ON_PAPER,
    MOODS,
    OUTCOMES,
    PARENT_HELP,
    PRESENCE,
    SHOWN,
    TAUGHT_BACK,
    WHY,
)


def note_sections(content: NoteContent) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the four parts, each with its lines; a part without any says so."""
    if content.missed is not None:
        return _missed_sections(content, content.missed)
    parts = (
        ("Subjective", _subjective(content)),
        ("Objective", _objective(content)),
        ("Assessment", _assessment(content)),
        ("Plan", _plan(content)),
    )
    return tuple((title, tuple(lines) or ("Nothing noted",)) for title, lines in parts)


def _missed_sections(
    content: NoteContent, missed: MissedVisit
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the parts of a contact note: there is nothing to assess."""
    said = (missed.said, content.session.did.text)
    told = tuple(line for text in said for line in text.splitlines() if line.strip())
    return (
        ("The visit did not take place", (missed.why.strip(),)),
        ("What was said", told or ("Nobody was reached",)),
        ("Plan", (_contact(missed.contact_plan, missed.contact_on), *_lines(content.session.plan))),
    )


def _contact(plan: str, day: date | None) -> str:
    return f"Reach the family: {plan.strip()}{f', {long_day(day)}' if day else ''}"


def _lines(plan: tuple[str, ...]) -> Iterator[str]:
    return (line.strip() for line in plan if line.strip())


def note_as_text(page: NotePage) -> str:
    """Return head, the four parts, the signature and every addendum."""
    lines = [_head(page)]
    for title, said in note_sections(page.content):
        lines += ["", title, *(f"- {line}" for line in said)]
    lines += ["", *signature_lines(page)]
    for addendum in page.addenda:
        lines += ["", addendum_line(addendum), addendum.body]
    return "\n".join(lines) + "\n"


def signature_lines(page: NotePage) -> tuple[str, ...]:
    """Say who signed and co-signed when, and when it was written if not on the day."""
    lines = []
    if late := page.written_late_on:
        lines.append(f"Late entry: visit of {dated(page.visit.starts)}, written {dated(late)}")
    if page.signature:
        lines.append(f"Signed by {page.signature.as_text}, {_moment(page.signature.at)}")
    if page.co_signature:
        lines.append(f"Co-signed by {page.co_signature.as_text}, {_moment(page.co_signature.at)}")
    elif page.waits_for_cosign:
        lines.append("Not co-signed yet")
    return tuple(lines)


def addendum_line(addendum: SignedAddendum) -> str:
    """Say who added something, and when."""
    return f"Addendum by {addendum.signed_as}, {_moment(addendum.signed_at)}"


def _head(page: NotePage) -> str:
    visit = page.visit
    number = f", session {visit.number}" if visit.number else ""
    number += f" of {visit.planned}" if visit.number and visit.planned else ""
    times = f"{clock_am_pm(visit.starts)} to {clock_am_pm(visit.ends)}"
    return f"{page.child.full_name}\nSession note, {dated(visit.starts)}, {times}{number}"


def _moment(at: datetime) -> str:
    local = wall_time(at)
    return f"{dated(local)}, {clock_am_pm(local)}"


def _subjective(content: NoteContent) -> Iterator[str]:
    parent = content.parent
    for person in parent.who.people:
        yield _person(person)
    yield from _at_home(parent.at_home)
    for label, words in (
        ("Parent noticed", parent.said.observation),
        ("Parent worries", parent.said.concern),
        ("Parent’s success", parent.said.success),
    ):
        if words.strip():
            yield f"{label}: {words.strip()}"
    for question in parent.questions:
        if question.asked.strip():
            yield f"Question: {question.asked.strip()}"
    yield from _child_was(content.session)


def _person(person: PersonHere) -> str:
    name = f"{person.name} ({person.relation})" if person.relation else person.name
    how = PRESENCE[person.how].lower()
    if person.how is Presence.JOINED and person.minutes is not None:
        how = f"joined for {person.minutes} minutes"
    because = _because(person)
    return f"{name}: {how}{because}"


def _because(person: PersonHere) -> str:
    if person.how is Presence.IN_ROOM or person.reason is None:
        return ""
    words = person.reason_words.strip()
    if person.reason is WhyNotInRoom.OTHER:
        return f" ({words})"
    return f" ({WHY[person.reason].lower()}{f': {words}' if words else ''})"


def _at_home(at_home: AtHome) -> Iterator[str]:
    if at_home.not_asked:
        yield "Practice at home: not asked"
    for report in at_home.reports:
        if report.says_anything:
            yield from _report(report, at_home.days)


def _report(report: HomeReport, days_asked: int) -> Iterator[str]:
    if report.practiced_on is not None:
        days = "; ".join(long_day(day) for day in report.practiced_on)
        count = len(report.practiced_on)
        yield f"{report.by} reports {count} practice days{f' ({days})' if days else ''}"
    for activity in report.activities:
        yield f"{report.by} reports on {activity.title}: {_activity(activity, days_asked)}"
    if report.overall is not None:
        yield f"{report.by} found the practice {EASE[report.overall]}"
    if report.words.strip():
        yield f"{report.by} says: {report.words.strip()}"


def _activity(activity: ActivityReport, days_asked: int) -> str:
    if not activity.is_answered or activity.not_asked:
        return "not asked"
    parts = []
    if activity.days is not None:
        parts.append(f"{activity.days} of {days_asked} day{'' if days_asked == 1 else 's'}")
    if activity.minutes is not None:
        parts.append(f"{activity.minutes} minutes a day")
    parts += [OUTCOMES[outcome].lower() for outcome in activity.outcomes]
    return ", ".join(parts)


def _child_was(session: SessionPart) -> Iterator[str]:
    was = [MOODS[mood].lower() for mood in session.child_was.moods]
    if remark := session.child_was.remark.strip():
        was.append(remark)
    if was:
        yield f"Child was {', '.join(was)}"


def _objective(content: NoteContent) -> Iterator[str]:
    session = content.session
    yield from _time(session)
    for goal in session.goals:
        yield f"{goal.statement}: {_score(goal)}"
    for activity in session.did.activities:
        minutes = f", {activity.minutes} minutes" if activity.minutes is not None else ""
        yield f"{activity.title}{minutes}"
    if text := session.did.text.strip():
        yield text
    yield from _training(content.parent)


def _time(session: SessionPart) -> Iterator[str]:
    time = session.time
    if time.starts and time.ends:
        on_time = {None: "", True: ", came on time", False: ", came late"}[time.came_on_time]
        minutes = f", {time.minutes} minutes" if time.minutes is not None else ""
        times = f"{clock_am_pm(time.starts)} to {clock_am_pm(time.ends)}"
        yield f"{times}{minutes}{on_time}"


def _score(goal: GoalToday) -> str:
    if not goal.is_answered:
        return "not scored yet"
    if goal.help is None or goal.not_worked_on:
        return "not worked on"
    tries = f"{goal.score} of {goal.out_of} tries, " if goal.score is not None else ""
    parts = [f"{tries}{HELP_ON_PAPER[goal.help]}"]
    if goal.level is not None:
        parts.append(_level(goal.level, goal.level_text))
    if goal.assist is not None:
        parts.append(f"assist level {STEPS[goal.assist].name.lower()}")
    if goal.prompts:
        kinds = ", ".join(PROMPT_WORDS[prompt].lower().replace(",", "") for prompt in goal.prompts)
        parts.append(f"prompts: {kinds}")
    return "; ".join(parts)


def _level(level: int, text: str) -> str:
    """Return a level with what it is called and what this goal says of it."""
    return f"level {signed(level)}, {LEVEL_NAMES[level].lower()}: {text}"


def _training(parent: ParentPart) -> Iterator[str]:
    if parent.shown.nothing:
        yield "Shown to the parent: nothing today"
    for strategy in parent.shown.strategies:
        yield _strategy(strategy)
    if parent.teach_back.how is not None:
        did = parent.teach_back.did.strip()
        yield f"Teach-back: {TAUGHT_BACK[parent.teach_back.how].lower()}{f'. {did}' if did else ''}"


def _strategy(strategy: StrategyShown) -> str:
    how = ", ".join(SHOWN[step].lower() for step in strategy.how)
    needed = ""
    if strategy.parent_help is not None:
        who = strategy.to or "the parent"
        needed = f"; help {who} needed: {PARENT_HELP[strategy.parent_help].lower()}"
    return f"Shown to {strategy.to or 'the parent'}: {strategy.title} ({how}{needed})"


def _assessment(content: NoteContent) -> Iterator[str]:
    goals = content.session.goals
    if goals:
        scored = sum(goal.is_scored for goal in goals)
        yield f"{scored} of {len(goals)} goals scored today"
    for cue in content.parent.cue_words:
        yield f"Words that worked: “{cue.words}”"
    if win := content.parent.win_of_the_day.strip():
        yield f"Win of the day: {win}"


def _plan(content: NoteContent) -> Iterator[str]:
    yield from _lines(content.session.plan)
    for strategy in content.parent.shown.strategies:
        if strategy.comes_again:
            yield f"Show again: {strategy.title}{f' ({strategy.to})' if strategy.to else ''}"
    for question in content.parent.questions:
        if question.is_open:
            yield f"Still to answer: {question.asked.strip()}"
        elif question.asked.strip():
            yield f"Answered “{question.asked.strip()}”: {question.answer.strip()}"
    who = content.parent.who
    if who.contact_plan.strip():
        yield _contact(who.contact_plan, who.contact_on)
