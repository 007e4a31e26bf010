"""Tables of intensives: set-up, the children of each, plans, and what families were told."""

from peewee import (
    AutoField,
    BooleanField,
    DateField,
    FloatField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from db.models.access import User
from db.models.base import InstantField, Table, WallTimeField
from db.models.caseload import Child, Goal
from db.models.scheduling import Program, Series, Session
from db.models.settings import Room
from db.models.staff import Therapist


class ProgramRule(Table):
    """How much one rule matters in one program."""

    id = AutoField()
    program = ForeignKeyField(Program)
    rule = TextField()
    weight = TextField()
    number = IntegerField(null=True)


class SessionKind(Table):
    """A kind of session a program offers; dropped ones stay for the sessions they gave."""

    id = AutoField()
    program = ForeignKeyField(Program)
    name = TextField()
    skill_area = TextField()
    length_minutes = IntegerField()
    dropped_at = InstantField(null=True)


class SessionKindRoom(Table):
    """A room in which a kind of session can be."""

    id = AutoField()
    kind = ForeignKeyField(SessionKind)
    room = ForeignKeyField(Room)


class SessionKindTherapist(Table):
    """A therapist who can give a kind of session."""

    id = AutoField()
    kind = ForeignKeyField(SessionKind)
    therapist = ForeignKeyField(Therapist)


class ProgramTherapist(Table):
    """A therapist who takes part, and how much a day; no lunch minutes of the day: no lunch."""

    id = AutoField()
    program = ForeignKeyField(Program)
    therapist = ForeignKeyField(Therapist)
    most_minutes_a_day = IntegerField()
    writing_minutes = IntegerField(default=0)
    lunch_from_min = IntegerField(null=True)
    lunch_until_min = IntegerField(null=True)
    lunch_minutes = IntegerField(default=0)


class ProgramChild(Table):
    """A child of a program, with what family and team want."""

    id = AutoField()
    program = ForeignKeyField(Program)
    child = ForeignKeyField(Child)
    priority = IntegerField(default=2)
    waiting_since = DateField(null=True)
    therapist = ForeignKeyField(Therapist, null=True)
    therapist_weight = TextField(default="prefer")
    most_a_day = IntegerField(default=1)
    caregivers = IntegerField(default=1)
    agreed_by = ForeignKeyField(User, column_name="agreed_by", null=True)
    agreed_at = InstantField(null=True)
    added_at = InstantField()
    left_on = DateField(null=True)
    left_reason = TextField(default="")


class ProgramChildHours(Table):
    """A stretch of a weekday (Monday is 0) in which child and caregiver can come."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    weekday = IntegerField()
    starts_min = IntegerField()
    ends_min = IntegerField()


class ProgramChildPreference(Table):
    """A time of day the family would like best."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    starts_min = IntegerField()
    ends_min = IntegerField()


class ProgramChildAway(Table):
    """Days on which the family cannot come, both included."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    first_day = DateField()
    last_day = DateField()
    reason = TextField(default="")


class ExcludedTherapist(Table):
    """A therapist a child is never planned with."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    therapist = ForeignKeyField(Therapist)


class BlockGoal(Table):
    """A goal the child works on in the program."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    goal = ForeignKeyField(Goal)


class WantedService(Table):
    """How often a child is to have one kind of session; its series once it is published."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    kind = ForeignKeyField(SessionKind)
    sessions = IntegerField()
    least = IntegerField()
    most_a_week = IntegerField()
    most_therapists = IntegerField()
    is_spread = BooleanField(default=True)
    series = ForeignKeyField(Series, null=True)
    dropped_at = InstantField(null=True)


class FamilyTold(Table):
    """When a family was told of a child's times, and which those were."""

    id = AutoField()
    program_child = ForeignKeyField(ProgramChild)
    how = TextField()
    told_at = InstantField()
    told_by = ForeignKeyField(User, column_name="told_by")
    times = TextField()
    taken_back_at = InstantField(null=True)


class Plan(Table):
    """One way to place everybody; the chosen one is published."""

    id = AutoField()
    program = ForeignKeyField(Program)
    name = TextField()
    made_at = InstantField()
    made_by = ForeignKeyField(User, column_name="made_by")
    is_chosen = BooleanField(default=False)
    score = IntegerField(null=True)
    bound = IntegerField(null=True)
    seconds = FloatField(null=True)
    seed = IntegerField(null=True)
    solver = TextField(default="")
    reasons = TextField(default="{}")


class PlannedSession(Table):
    """One session of a plan, and the visit it became."""

    id = AutoField()
    plan = ForeignKeyField(Plan)
    wanted = ForeignKeyField(WantedService)
    starts = WallTimeField()
    therapist = ForeignKeyField(Therapist)
    room = ForeignKeyField(Room)
    is_locked = BooleanField(default=False)
    is_moved = BooleanField(default=False)
    session = ForeignKeyField(Session, null=True)


class SwapProposal(Table):
    """What a therapist proposes for the plan in use, and what became of it."""

    id = AutoField()
    program = ForeignKeyField(Program)
    moves = TextField()
    text = TextField()
    why = TextField()
    proposed_by = ForeignKeyField(User, column_name="proposed_by")
    proposed_at = InstantField()
    answer = TextField(null=True)
    answer_reason = TextField(default="")
    answered_by = ForeignKeyField(User, column_name="answered_by", null=True)
    answered_at = InstantField(null=True)


class PlanEditor(Table):
    """Who is changing a program's plan; ``seen_at`` is the heartbeat."""

    program = ForeignKeyField(Program, primary_key=True)
    user = ForeignKeyField(User)
    since = InstantField()
    seen_at = InstantField()
