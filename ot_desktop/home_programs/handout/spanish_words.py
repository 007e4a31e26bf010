"""The fixed words of the pages in Spanish, for families in the US; parents are *usted*."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
    Routine,
)
from ot_desktop.home_programs.handout.fixed_words import (
    Counting,
    minutes_of,
    practice_days_a_week,
)
from ot_desktop.home_programs.handout.spanish_lines import MOMENTS, PLAN_NAMES, SAFETY_LINES
from ot_desktop.home_programs.minutes import DAYS_A_WEEK
from ot_desktop.paper import spanish_days
from ot_desktop.paper.people import listed
from ot_desktop.paper.text import Span, Style, rich


@dataclass(frozen=True, slots=True)
class SpanishWords(Counting):
    """Spanish; the words avoid a child's gender, which the library's texts do too."""

    code = "es-US"
    why_it_helps = "Por qué ayuda."
    you_need = "Necesita:"
    what_to_do = "Qué hacer"
    use_these_words = "Diga siempre estas palabras:"
    too_hard = "¿Muy difícil?"
    too_easy = "¿Muy fácil?"
    keep_going = (
        "Un poco cada día ayuda más que mucho en un solo día. "
        "¿Faltó un día? No pasa nada. Siga al día siguiente."
    )
    stay_safe = "Por seguridad"
    tick = "Marque un cuadro cada vez que practiquen"
    bring_back = "Traiga esta hoja a su próxima cita."
    questions = "¿Preguntas?"
    call_or_text = "Llame o mande un mensaje al"
    emergency = "En una emergencia, llame al 911."
    next_visits = "Próximas citas"
    no_visits = "Le llamaremos para darle la próxima fecha."
    what_to_practice = "Qué hacer"
    how_did_it_go = "¿Cómo les fue?"
    circle_a_face = "Encierre una cara cada día."
    put_a_tick = "Ponga una marca o una calcomanía en el cuadro al terminar."
    went_well = "¿Qué salió bien?"
    was_hard = "¿Qué fue difícil? ¿Tiene preguntas?"
    praise = "“¡Lo hiciste sin ayuda!”"
    your_visit = "Su cita"
    next_one = "Su próxima cita"
    faces = ("cara feliz", "cara más o menos", "cara triste")
    picture_of_activity = "La actividad"
    write_here = "Escriba aquí"
    scan = "Escanee esto con su teléfono para ver más."
    win = "El logro del día"
    we_did = "Lo que hicimos"
    you_saw = "Lo que usted probó"
    at_home = "En casa"
    nothing_at_home = "Sigan con su plan para la casa."
    routines: ClassVar[dict[Routine, tuple[str, str]]] = {
        Routine.MEALTIME: ("la hora de comer", "Póngala donde comen."),
        Routine.BATH: ("la hora del baño", "Póngala en el baño."),
        Routine.DRESSING: ("al vestirse", "Póngala donde está la ropa."),
        Routine.PLAY: ("la hora de jugar", "Póngala donde juegan."),
        Routine.HOMEWORK: ("la hora de la tarea", "Póngala donde hacen la tarea."),
        Routine.OUTINGS: ("paseos y mandados", "Póngala junto a la puerta."),
    }

    def plan_title(self, child: ChildOnPaper) -> str:
        """Name the plan by the child."""
        return f"Plan para la casa de {child.first_name}"

    def chart_title(self, child: ChildOnPaper) -> str:
        """Name the chart by the child."""
        return f"Tabla de práctica de {child.first_name}"

    def routine_title(self, child: ChildOnPaper, routine: Routine) -> str:
        """Name a sheet by child and routine."""
        return f"{child.first_name}: {self.routines[routine][0]}"

    def missed_title(self, child: ChildOnPaper) -> str:
        """Name the sheet of a visit that did not take place."""
        return f"Una cosa para hacer con {child.first_name}"

    def missed_lead(self, missed_on: date | None) -> str:
        """Say why there is one thing only; nobody is blamed."""
        if missed_on is None:
            return "Hagan solo esto hasta la próxima cita."
        return f"No nos vimos el {self.day(missed_on)}. Hagan solo esto hasta la próxima cita."

    def summary_title(self, child: ChildOnPaper) -> str:
        """Name the summary of a visit."""
        return f"La cita de {child.first_name}"

    def held_on(self, day: date, therapist: str) -> str:
        """Say when the visit was, and with whom."""
        return f"{self.weekday_and_day(day)}, con {therapist}"

    def next_visit(self, starts_at: datetime, therapist: str) -> tuple[str, str]:
        """Return when the next visit is, and with whom."""
        when = f"{self.weekday_and_day(starts_at)}, {self.time(starts_at)}"
        return when, f"con {therapist}"

    def for_child(self, child: ChildOnPaper) -> str:
        """Tell two children of one name apart, without a full name."""
        initial = f" {child.initial}." if child.initial else ""
        return f"Para {child.first_name}{initial}"

    def made_by(self, program: HomeProgram, style: Style) -> tuple[Span, ...]:
        """Say who made the plan, for which days, and which plan it replaces."""
        days = self.span_of_days(program.starts_on, program.ends_on)
        parts: list[str | Span] = [
            "De ",
            Span(program.therapist, style.bold()),
            f", terapeuta de {program.child.first_name}. ",
            Span(days, style.bold()),
        ]
        if program.replaces_on:
            parts.append(f". En lugar del plan del {self.day(program.replaces_on)}.")
        return rich(*parts, style=style)

    def lead(self, program: HomeProgram) -> str:
        """Say the one main message."""
        count = len(program.activities)
        things = "esto" if count == 1 else f"estas {count} cosas"
        how_often = {one.times_per_week for one in program.activities}
        if len(how_often) > 1:
            return f"Hagan {things}. Cada cuadro dice cuántas veces."
        return f"Hagan {things} {self.often(*how_often)}."

    def minutes_label(self, program: HomeProgram) -> str:
        """Return what the number counts."""
        labels = {"0": "minutos extra", "1": "minuto al día"}
        return labels.get(self.minutes(program), "minutos al día")

    def encouragement(self, program: HomeProgram) -> str:
        """Say how much a week when it is not the same every day, then that misses are fine."""
        days = practice_days_a_week(program)
        if days == DAYS_A_WEEK and minutes_of(program).denominator == 1:
            return self.keep_going
        often = "" if days == DAYS_A_WEEK else f", {self.often(days)}"
        dose = f"Unos {self.minutes(program)} {self.minutes_label(program)}{often}."
        return f"{dose} ¿Faltó un día? No pasa nada. Siga al día siguiente."

    def how_long(self, planned: PlannedActivity) -> str:
        """Return an activity's minutes in words."""
        if planned.is_embedded:
            return "Sin tiempo extra"
        return "1 minuto" if planned.minutes == 1 else f"{planned.minutes} minutos"

    def often(self, times_a_week: int) -> str:
        """Return each day, or on how many."""
        if times_a_week == DAYS_A_WEEK:
            return "cada día"
        if times_a_week > DAYS_A_WEEK:
            return f"{times_a_week} veces por semana"
        return "1 día por semana" if times_a_week == 1 else f"{times_a_week} días por semana"

    def turn_over(self, page: int, pages: int, next_activity: int | None) -> str:
        """Return the footer's page count and where the next activity is."""
        count = f"Página {page} de {pages}"
        if next_activity is None:
            return f"{count}. Dé vuelta a la hoja." if page % 2 and page < pages else count
        if page % 2:
            return f"{count}. La actividad {next_activity} está atrás."
        return f"{count}. La actividad {next_activity} está en la otra hoja."

    def last_page(self, page: int, pages: int, printed_on: date) -> str:
        """Return the last footer, with the date of printing."""
        return f"Página {page} de {pages}. Impreso: {spanish_days.full_day(printed_on)}"

    def stop_if(self, _child: ChildOnPaper) -> str:
        """Return the safety line of every plan."""
        return "Pare si le duele, si llora o si se tapa los oídos."

    def reward_title(self, child: ChildOnPaper) -> str:
        """Return whose reward it is."""
        return f"El premio de {child.first_name}"

    def reward_rule(self, reward: Reward, style: Style) -> tuple[tuple[Span, ...], ...]:
        """Say what a star is for, and what stars are worth."""
        star = rich("1 día de práctica es ", Span("1 estrella", style.bold()), ".", style=style)
        return star, rich(self._worth(reward), Span(reward.prize, style.bold()), ".", style=style)

    def reward_headline(self, reward: Reward) -> str:
        """Return the reward in one line."""
        return f"Una estrella por cada día. {self._worth(reward)}{reward.prize}."

    def safety_line(self, line: str) -> str:
        """Return a line that allergies or precautions add."""
        return SAFETY_LINES.get(line, line)

    def plan_name(self, name: str) -> str:
        """Return what a plan is called; one named by the season is in Spanish too."""
        return PLAN_NAMES.get(name, name)

    def moment(self, planned: PlannedActivity) -> str:
        """Return when in the day; what the builder offers is known in Spanish."""
        words = planned.activity.words
        if planned.when in {each.when for each in words.values()} and "es" in words:
            return words["es"].when
        if planned.worded_in == "es":
            return planned.when
        return MOMENTS.get(planned.when, self.routines[planned.routine][0].capitalize())

    def praise_for(self, _child: ChildOnPaper) -> str:
        """Say how to praise."""
        return f"Diga lo que hizo bien: {self.praise}"

    def ask_for(self, program: HomeProgram) -> str:
        """Say whom to ask for; the clinic's hours are written in English and left out."""
        return f"Pregunte por {program.therapist}. {self.emergency}"

    def tell(self, therapist: str) -> str:
        """Head the lines for the family's own words."""
        return f"Para contarle a {therapist}"

    def bring_on(self, starts_at: datetime) -> str:
        """Say when the chart comes back."""
        day = f"{spanish_days.weekday(starts_at)} {self.day(starts_at)}"
        return f"Traiga esta hoja el {day}, {self.time(starts_at)}"

    def week_of(self, name: str, week: int, weeks: int) -> str:
        """Return the chart's footer."""
        counted = f"semana {week} de {weeks}"
        return f"{self.plan_name(name)}, {counted}" if name else counted.capitalize()

    def closed_on(self, days: Sequence[date]) -> str:
        """Say when the clinic is closed."""
        named = tuple(f"{spanish_days.weekday(day)} {self.day(day)}" for day in days)
        return f"La clínica cierra el {listed(named, 'y el')}."

    def day(self, day: date) -> str:
        """Return 9 de junio."""
        return spanish_days.spoken_day(day)

    def span_of_days(self, first: date, last: date) -> str:
        """Return Del 9 al 23 de junio, with month and year where they change."""
        return f"Del {spanish_days.span(first, last)}"

    def weekday(self, day: date) -> str:
        """Return Mar."""
        return spanish_days.short_weekday(day)

    def weekday_and_day(self, day: date) -> str:
        """Return Mar 9 de junio."""
        return f"{self.weekday(day)} {self.day(day)}"

    def time(self, at: datetime) -> str:
        """Return 10:00 a. m."""
        return spanish_days.clock(at)

    def _worth(self, reward: Reward) -> str:
        if reward.kind is RewardKind.SMALL_AND_OFTEN:
            return "Cada estrella vale "
        return "1 estrella vale " if reward.stars == 1 else f"{reward.stars} estrellas valen "
