"""Leads from another step into the week grid: a fix to try, a session two plans have elsewhere."""

from ot_desktop.programs.measures import Difference
from ot_desktop.programs.placement import Fix, FixKind, NotPlaced, Step
from ui.programs.adjust_page import AdjustPage


def try_fix(page: AdjustPage, missing: NotPlaced, fix: Fix) -> None:
    """Show what a fix would do, with Keep and Back beside it."""
    card = page.panel.not_placed_card
    card.show_missing(page.desk.not_placed(), may_change=page.deeds.may_change)
    for item in card.items:
        if item.missing.wanted_id == missing.wanted_id:
            card.choose(item)
            page.deeds.try_fix(fix)
            return


def show_difference(page: AdjustPage, difference: Difference, child_id: int) -> None:
    """Show where the plan in use has a session, and as a ghost where the other plan has it."""
    here, there = difference.one, difference.other
    if here is not None:
        page.show_week_of(here.day)
    if difference.one_planned_id is not None:
        page.grid.go_to_session(difference.one_planned_id)
    if there is not None:
        step = Step(0, there, difference.one_planned_id)
        fix = Fix(FixKind.MOVE, difference.other_text, (step,))
        page.deeds.trial.begin(fix, child_id, difference.child_name)
