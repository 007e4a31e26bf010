"""Makes the preview: the real pages as pictures, counted, and how hard they are to read."""

from dataclasses import dataclass

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs import printing
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.page_pictures import (
    PagePicture,
    count_pages,
    first_pages,
    page_pictures,
)
from ot_desktop.home_programs.spanish_readability import Ease
from ot_desktop.progress import Progress


@dataclass(frozen=True, slots=True)
class Preview:
    """What the screen shows beside the builder; ``problem`` says why there are no pages."""

    pictures: tuple[PagePicture, ...] = ()
    plan_pages: int = 0
    chart_pages: int = 0
    sheet_pages: int = 0
    reading_level: float | Ease | None = None
    problem: str = ""
    drawn: printing.Drawn | None = None

    @property
    def pages(self) -> int:
        """All pages that would be printed."""
        return self.plan_pages + self.chart_pages + self.sheet_pages


def preview(
    program: HomeProgram, choice: PaperChoice, scale: float, progress: Progress
) -> Preview | None:
    """Render pages at ``scale`` pixels to the point; None when nobody waits any more."""
    try:
        pdf = printing.papers(program, choice)
    except ClinicError as problem:
        return Preview(problem=str(problem))
    if progress.cancelled():
        return None
    plan, chart, sheets = _counts(pdf, choice)
    return Preview(
        pictures=page_pictures(pdf, scale),
        plan_pages=plan,
        chart_pages=chart,
        sheet_pages=sheets,
        reading_level=printing.reading_level(program),
        drawn=printing.Drawn(program, choice, pdf),
    )


def _counts(pdf: bytes, choice: PaperChoice) -> tuple[int, int, int]:
    """Count the pages of the plan, the charts and the sheets, by where their parts begin."""
    pages = count_pages(pdf)
    begins = [*first_pages(pdf), pages]
    found = [0, 0, pages]
    for kind, is_in in enumerate((choice.plan, choice.chart)):
        if is_in and len(begins) > 1:
            found[kind] = begins[1] - begins.pop(0)
    return found[0], found[1], pages - found[0] - found[1]
