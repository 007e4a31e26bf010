"""Packets for many families in one file: program, practice chart and schedule of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ot_desktop.home_programs import printing
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.translating import require_words
from ot_desktop.paper.page import Paper
from ot_desktop.progress import Progress
from ot_desktop.scheduling.paper.domain import FamilyCalendar

if TYPE_CHECKING:
    from ot_desktop.paper.pdf import Part


@dataclass(frozen=True, slots=True)
class Packet:
    """What one family gets: without a series no calendar, without a program that alone."""

    program: HomeProgram | None
    calendar: FamilyCalendar | None = None


def print_packets(packets: Sequence[Packet], paper: Paper, progress: Progress) -> bytes | None:
    """Return one file, family after family, or None when it was cancelled."""
    from ot_desktop.home_programs.handout.words import words_for  # noqa: PLC0415  (heavy)
    from ot_desktop.paper.pdf import Stopped, pdf_file  # noqa: PLC0415

    for packet in packets:
        if packet.program:
            require_words(packet.program)
    papers = [paper for each in packets for paper in (each.program, each.calendar) if paper]
    first = papers[0]
    with printing.alone:
        try:
            return pdf_file(
                list(_parts(packets)),
                paper,
                author=first.clinic.name,
                language=words_for(first.language).code,
                printed=tuple(packets),
                progress=progress,
            )
        except Stopped:
            return None


def _parts(packets: Sequence[Packet]) -> Iterator["Part"]:
    from ot_desktop.home_programs.handout.papers import chart_part, plan_part  # noqa: PLC0415
    from ot_desktop.scheduling.paper.calendar_pages import calendar_part  # noqa: PLC0415

    for packet in packets:
        if packet.program:
            yield plan_part(packet.program)
            if packet.program.practice_days:
                yield chart_part(packet.program)
        if packet.calendar:
            yield calendar_part(packet.calendar)
