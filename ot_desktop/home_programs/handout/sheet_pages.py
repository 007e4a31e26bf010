"""Single sheets: one for each routine, one for a missed visit, one to sum up a visit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ot_desktop.home_programs.domain import HomeProgram, Routine
from ot_desktop.home_programs.handout.activity_box import LOOSE, TIGHT, ActivityBox, Spacing
from ot_desktop.home_programs.handout.activity_head import ROUTINE_ICONS
from ot_desktop.home_programs.handout.boxes import (
    questions_and_visits,
    questions_box,
    safety_box,
)
from ot_desktop.home_programs.handout.chart_pages import tell_box
from ot_desktop.home_programs.handout.chart_table import inside_a_sentence
from ot_desktop.home_programs.handout.drawings import waving_child
from ot_desktop.home_programs.handout.flow import (
    PagePlan,
    Piece,
    draw_page,
    least_height,
    plan_pages,
)
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.paper.blocks import (
    Beside,
    Block,
    Column,
    Frame,
    Gap,
    Heading,
    Hung,
    Listed,
    WritingLine,
    paragraph,
)
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import STRONG, Span, Style, rich
from ot_desktop.paper.title import SIDE, draw_footer, draw_title, footer_top, title_height

_SECOND_LINE = Style(size=18, leading=24)
_WHEN = Style(Face.EXTRA_BOLD, 26, 34)
_WIN = Style(Face.EXTRA_BOLD, 24, 31)
_WIDE_ENOUGH = 560.0
_LINES_TO_WRITE_ON = 2
Pieces = Callable[[Spacing], Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands over a sheet, and at the foot of it."""

    title: str
    second: tuple[Span, ...]
    program: HomeProgram
    fixed: FixedWords


def draw_routine(sheet: Sheet, program: HomeProgram, routine: Routine, fixed: FixedWords) -> None:
    """Draw what belongs to one routine, to hang where it happens."""
    here = [
        number
        for number, planned in enumerate(program.activities, start=1)
        if planned.routine is routine
    ]
    where = Span(fixed.routines[routine][1], _SECOND_LINE.bold())
    second = rich(where, f" {fixed.for_child(program.child)}", style=_SECOND_LINE)
    head = _Head(fixed.routine_title(program.child, routine), second, program, fixed)

    def pieces(spacing: Spacing) -> Sequence[Piece]:
        boxes = [
            Piece(ActivityBox.of(each, program, fixed, spacing, says_why=False), each)
            for each in here
        ]
        only = [program.activities[number - 1] for number in here]
        return [*boxes, Piece(safety_box(program, fixed, only))]

    _draw(sheet, head, pieces)


def draw_missed(sheet: Sheet, program: HomeProgram, fixed: FixedWords) -> None:
    """Draw the one thing to do until the next visit, and when that is."""
    second = rich(fixed.missed_lead(program.missed_on), style=_SECOND_LINE.bold())
    head = _Head(fixed.missed_title(program.child), second, program, fixed)

    def pieces(spacing: Spacing) -> Sequence[Piece]:
        first = _next_visit(program, fixed)
        box = Piece(ActivityBox.of(1, program, fixed, spacing), 1)
        rest = (safety_box(program, fixed, program.activities), questions_box(program, fixed))
        return [box, Piece(first), *map(Piece, _row(sheet, rest))]

    _draw(sheet, head, pieces, Piece(tell_box(program.therapist, fixed)))


def draw_summary(sheet: Sheet, summary: SessionSummary, fixed: FixedWords) -> None:
    """Draw the win of the day, what was done and tried, and what is next."""
    program = summary.program
    held = fixed.held_on(summary.held_on, program.therapist)
    head = _Head(
        fixed.summary_title(program.child),
        rich(f"{held}.", style=_SECOND_LINE.bold()),
        program,
        fixed,
    )
    did = _list_box(fixed.we_did, "clipboard-text", summary.did)
    tried = _list_box(fixed.you_saw, "users", summary.tried)
    last = questions_and_visits(program, fixed)

    def pieces(_spacing: Spacing) -> Sequence[Piece]:
        blocks = [
            _win_box(summary.win, fixed),
            *_row(sheet, (did, tried)),
            _home_box(program, fixed),
            *_row(sheet, last),
        ]
        return [Piece(block) for block in blocks]

    _draw(sheet, head, pieces)


def _draw(sheet: Sheet, head: _Head, pieces: Pieces, spare: Piece | None = None) -> None:
    """Draw the pieces, and ``spare`` where the last page has room for it."""
    width = sheet.width - 2 * SIDE
    top = title_height(sheet, head.title, head.second, below=10) + 14
    room = footer_top(sheet) - 6 - top
    pages = _with_spare(_pages(pieces, width, room), spare, width, room)
    program, fixed = head.program, head.fixed
    whom = fixed.for_child(program.child)
    reach = ", ".join(filter(None, (program.clinic.name, program.clinic.phone)))
    for number, page in enumerate(pages, start=1):
        with sheet.page():
            who = waving_child(program.look)
            draw_title(sheet, head.title, head.second, below=10, waving=who)
            draw_page(sheet, page, Place(SIDE, top, width, room))
            right = fixed.last_page(number, len(pages), program.printed_on)
            draw_footer(sheet, (f"{reach}. {whom}", whom), right)


def _pages(pieces: Pieces, width: float, room: float) -> tuple[PagePlan, ...]:
    """Lay out loosely, or tightly when that saves a page."""
    loose = plan_pages(pieces(LOOSE), width, (room, room))
    tight = plan_pages(pieces(TIGHT), width, (room, room))
    return tight if len(tight) < len(loose) else loose


def _with_spare(
    pages: tuple[PagePlan, ...], spare: Piece | None, width: float, room: float
) -> tuple[PagePlan, ...]:
    if spare is None or least_height([*pages[-1].pieces, spare], width) > room:
        return pages
    return (*pages[:-1], PagePlan((*pages[-1].pieces, spare)))


def _row(sheet: Sheet, blocks: tuple[Block, ...]) -> list[Block]:
    """Put boxes in one row where the letters leave room for two."""
    if sheet.width - 2 * SIDE < _WIDE_ENOUGH:
        return list(blocks)
    return [Beside(blocks, (1,) * len(blocks))]


def _next_visit(program: HomeProgram, fixed: FixedWords) -> Block:
    head = Heading(fixed.next_one, "calendar-week")
    if not program.visits:
        return Frame(Column((head, paragraph(fixed.no_visits))))
    visit = program.visits[0]
    when, whom = fixed.next_visit(visit.starts_at, visit.therapist)
    return Frame(Column((head, paragraph(when, style=_WHEN), paragraph(whom))))


def _win_box(win: str, fixed: FixedWords) -> Block:
    head = Heading(fixed.win, "star")
    said = (paragraph(f"“{win}”", style=_WIN),) if win else (WritingLine(40), WritingLine(40))
    return Frame(Column((head, Gap(4), *said)), is_filled=bool(win))


def _list_box(title: str, icon: str, lines: Sequence[str]) -> Block:
    marked: list[Block] = []
    for line in lines:
        marked += [Gap(3), Hung(28, rich(line), icon="check")]
    body = [Listed(Column(tuple(marked)))] if lines else [WritingLine()] * _LINES_TO_WRITE_ON
    return Frame(Column((Heading(title, icon), *body)))


def _home_box(program: HomeProgram, fixed: FixedWords) -> Block:
    """Say what the family practices now, as the plan at home has it."""
    marked: list[Block] = []
    for planned in program.activities:
        title = program.words(planned).title
        facts = f"{fixed.how_long(planned)}, {inside_a_sentence(fixed.moment(planned))}"
        icon = ROUTINE_ICONS[planned.routine]
        line = rich(Span(title, STRONG), f" ({facts})") if title else rich(facts)
        marked += [Gap(3), Hung(28, line, icon=icon)]
    body: Block = Listed(Column(tuple(marked))) if marked else paragraph(fixed.nothing_at_home)
    return Frame(Column((Heading(fixed.at_home, "home-heart"), body)))
