"""Packets for the families of an intensive: program, practice chart and schedule of each."""

from collections.abc import Sequence
from dataclasses import replace

from ot_desktop.home_programs.handouts import Handouts
from ot_desktop.home_programs.packets import Packet
from ot_desktop.programs.papers import Papers
from ot_desktop.programs.telling import FamilyToTell

KIND = "packet"


class FamilyPackets:
    """Gather what is printed; drawing it takes a while and belongs beside the window."""

    def __init__(self, papers: Papers, handouts: Handouts) -> None:
        self._papers = papers
        self._handouts = handouts

    def gather(self, program_id: int, families: Sequence[FamilyToTell]) -> tuple[Packet, ...]:
        """Return the packets of all families that have visits, the schedule last in each.

        A child without a home program gets none made up. The activity log keeps what was printed.
        """
        found: list[Packet] = []
        for family, calendar in self._papers.calendars(program_id, families):
            language = calendar.language
            for child_id in family.child_ids:
                program = self._handouts.for_packet(child_id)
                if program is not None:
                    found.append(Packet(program))
                    self._handouts.note_given(child_id, KIND, program.language)
                    language = program.language  # a packet mixes no languages
            found.append(Packet(None, replace(calendar, language=language)))
        return tuple(found)
