"""The fixed words of a family's calendar in Spanish, for families in the US."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from ot_desktop.paper import spanish_days
from ot_desktop.paper.people import listed
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar, ToBring

_NUMBERED = re.compile(r"Visit (\d+)")
_SNACK_WITHOUT = re.compile(r"Snack, no (.+)")
_FOODS = {
    **dict.fromkeys(("peanut", "peanuts"), "cacahuate (maní)"),
    **dict.fromkeys(("tree nut", "tree nuts", "nuts"), "nueces"),
    **dict.fromkeys(("milk", "dairy"), "leche"),
    **dict.fromkeys(("egg", "eggs"), "huevo"),
    **dict.fromkeys(("wheat", "gluten"), "trigo"),
    **dict.fromkeys(("soy", "soya"), "soya"),
    "sesame": "ajonjolí",
    "fish": "pescado",
    "shellfish": "mariscos",
}


@dataclass(frozen=True, slots=True)
class SpanishWords:
    """Spanish."""

    code = "es-US"
    stays_in_the_room = "Un adulto se queda en la sala."
    bring_each_time = "Traiga cada vez"
    on_the_day = "El día de la cita"
    come_early = "Llegue 5 minutos antes."
    stay_home = "¿Enfermedad o fiebre? Quédense en casa y llámenos."
    cannot_come = "¿No puede venir?"
    changed = "nuevo"
    us = "a la clínica"
    things: ClassVar[dict[str, str]] = {
        "socks": "Calcetines",
        "bottle": "Agua",
        "snack": "Merienda",
        "chart": "Tabla de práctica",
    }

    def weekday(self, day: date) -> str:
        """Return Martes, as it heads a column."""
        return spanish_days.weekday(day).capitalize()

    def half(self, at: datetime) -> str:
        """Return a. m. or p. m."""
        return spanish_days.half(at)

    def label(self, visit: CalendarVisit) -> str:
        """Return what a visit is called."""
        numbered = _NUMBERED.fullmatch(visit.label)
        if numbered:
            return f"Cita {numbered[1]}"
        return "Reposición" if visit.label == "Make-up" else "Cita"

    def closed(self, _why: str) -> str:
        """Say that nobody is seen on a day; the reason is written in English."""
        return "Clínica cerrada"

    def bring(self, thing: ToBring) -> str:
        """Say what to bring; a food nobody translated is named as it is written."""
        without = _SNACK_WITHOUT.fullmatch(thing.words)
        if without is None:
            return self.things.get(thing.drawing, thing.words)
        foods = tuple(_FOODS.get(food, food) for food in without[1].split(" or "))
        return f"Merienda sin {listed(foods, 'ni')}"

    def title(self, calendar: FamilyCalendar) -> str:
        """Name the calendar by its children."""
        what = "Citas de verano" if calendar.title == "summer visits" else "Citas"
        return f"{what} de {listed(calendar.children, 'y')}"

    def how_many(self, calendar: FamilyCalendar) -> str:
        """Say how many visits and how long, where all are as long."""
        minutes = sorted({visit.minutes for visit in calendar.visits})
        counts = sorted(calendar.visits_of(child) for child in calendar.children)
        if len(minutes) > 1:
            return f"{_visits(len(calendar.visits))}."
        if len(counts) > 1 and counts[0] == counts[-1]:
            return f"{_visits(counts[0])} por niño o niña, {minutes[0]} minutos."
        each = "" if len(calendar.visits) == 1 else " cada una"
        return f"{_visits(len(calendar.visits))}, {minutes[0]} minutos{each}."

    def months(self, first: date, last: date) -> str:
        """Return Junio de 2026, or Junio y julio de 2027."""
        begins, ends = (spanish_days.MONTHS[day.month - 1] for day in (first, last))
        if (first.year, first.month) == (last.year, last.month):
            return f"{begins.capitalize()} de {first.year}"
        if first.year != last.year:
            return f"{begins.capitalize()} de {first.year} a {ends} de {last.year}"
        between = "y" if last.month == first.month + 1 else "a"
        return f"{begins.capitalize()} {between} {ends} de {first.year}"

    def day(self, day: date, *, is_first: bool) -> str:
        """Return 8, and 1 jul where a month begins."""
        month = spanish_days.MONTHS[day.month - 1][:3]
        return f"{day.day} {month}" if is_first else str(day.day)

    def with_therapist(self, name: str) -> str:
        """Say whose visits have this color."""
        return f"Con {name}"

    def who_knows(self, name: str, calendar: FamilyCalendar) -> str:
        """Introduce somebody the family sees less often."""
        return f"Con {name}, que conoce el plan de {listed(calendar.children, 'y')}"

    def pick_up(self, calendar: FamilyCalendar) -> str:
        """Say who may collect; empty where nobody was named."""
        return f"Puede recoger: {listed(calendar.pick_up, 'o')}." if calendar.pick_up else ""

    def call_us(self, calendar: FamilyCalendar) -> tuple[str, str, str]:
        """Return what stands before, as and after the phone number."""
        after = " en cuanto lo sepa. Buscaremos otra hora"
        count = len(calendar.visits)
        if len(calendar.children) == 1 and count > 1:
            after += f" para que {calendar.children[0]} tenga sus {count} citas"
        before = "Llame o mande un mensaje al " if calendar.clinic.phone else "Llame "
        return before, calendar.clinic.phone, f"{after}."

    def page(self, number: int, count: int) -> str:
        """Say which page of how many it is."""
        return f"Página {number} de {count}."

    def printed(self, day: date) -> str:
        """Say when the page was printed."""
        return f"Impreso: {spanish_days.full_day(day)}"


def _visits(count: int) -> str:
    return "1 cita" if count == 1 else f"{count} citas"
