"""Tables of the children, their families, alerts, authorizations and goals."""

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from db.models.access import User
from db.models.base import InstantField, Table
from db.models.staff import Therapist


class ImportBatch(Table):
    """One accepted import, which can be undone as a whole."""

    id = AutoField()
    file_name = TextField()
    imported_at = InstantField()
    imported_by = ForeignKeyField(User, column_name="imported_by", null=True)
    undone_at = InstantField(null=True)


class Household(Table):
    """Where siblings live together."""

    id = AutoField()
    address = TextField(default="")
    city = TextField(default="")
    state = TextField(default="")
    postal_code = TextField(default="")
    travel_minutes = IntegerField(null=True)


class Child(Table):
    """A child the clinic sees, has seen or will see."""

    id = AutoField()
    household = ForeignKeyField(Household, null=True)
    record_number = TextField(null=True, unique=True)
    given_name = TextField()
    family_name = TextField(default="")
    preferred_name = TextField(default="")
    pronouns = TextField(default="")
    born_on = DateField(null=True)
    sex = TextField(null=True)
    status = TextField(default="active")
    therapist = ForeignKeyField(Therapist, null=True)
    language = TextField(default="")
    needs_interpreter = BooleanField(null=True)
    diagnosis_codes = TextField(default="")
    availability = TextField(default="")
    about = TextField(default="")
    allergies = TextField(default="not_asked")
    allergies_reviewed_on = DateField(null=True)
    allergies_reviewed_by = ForeignKeyField(
        User, column_name="allergies_reviewed_by", null=True, backref="+"
    )
    precautions = TextField(default="not_asked")
    precautions_reviewed_on = DateField(null=True)
    precautions_reviewed_by = ForeignKeyField(
        User, column_name="precautions_reviewed_by", null=True, backref="+"
    )
    practice_min_minutes = IntegerField(null=True)
    practice_max_minutes = IntegerField(null=True)
    practice_days = IntegerField(null=True)
    practice_said_by = TextField(default="")
    practice_said_on = DateField(null=True)
    import_batch = ForeignKeyField(ImportBatch, null=True)
    created_at = InstantField()
    removed_at = InstantField(null=True)


class ChildSearch(Table):
    """Folded words by which a child is found: names, caregivers, phone digits, record number."""

    child = ForeignKeyField(Child, primary_key=True)
    words = TextField()


class Caregiver(Table):
    """A parent, grandparent, foster parent, nanny: anybody who cares for a child."""

    id = AutoField()
    full_name = TextField()
    language = TextField(default="")
    needs_interpreter = BooleanField(null=True)
    is_adult = BooleanField(null=True)
    email = TextField(default="")
    contact_note = TextField(default="")
    address = TextField(default="")
    import_batch = ForeignKeyField(ImportBatch, null=True)


class CaregiverPhone(Table):
    """A caregiver's number as typed, and its digits for finding it."""

    id = AutoField()
    caregiver = ForeignKeyField(Caregiver)
    call_order = IntegerField()
    number = TextField()
    digits = TextField()
    kind = TextField(default="mobile")


class Guardianship(Table):
    """What one caregiver is to one child, and may do; NULL means nobody has asked."""

    id = AutoField()
    child = ForeignKeyField(Child)
    caregiver = ForeignKeyField(Caregiver)
    call_order = IntegerField()
    relation = TextField(default="")
    may_collect = BooleanField(null=True)
    may_collect_until = DateField(null=True)
    may_receive_papers = BooleanField(null=True)
    may_be_told = BooleanField(null=True)
    custody_note = TextField(default="")
    lives_with = BooleanField(null=True)
    signs_consent = BooleanField(null=True)
    id_seen_on = DateField(null=True)
    ended_on = DateField(null=True)


class Alert(Table):
    """An allergy, a precaution, a pick-up rule or another danger sign."""

    id = AutoField()
    child = ForeignKeyField(Child)
    kind = TextField()
    title = TextField()
    details = TextField(default="")
    noted_at = InstantField()
    noted_by = ForeignKeyField(User, column_name="noted_by", null=True, backref="+")
    ended_at = InstantField(null=True)
    ended_by = ForeignKeyField(User, column_name="ended_by", null=True, backref="+")


class Document(Table):
    """A scan or letter about a child, perhaps about one caregiver; never changed once added."""

    id = AutoField()
    child = ForeignKeyField(Child)
    caregiver = ForeignKeyField(Caregiver, null=True)
    kind = TextField()
    title = TextField()
    file_name = TextField()
    format = TextField()
    pages = IntegerField()
    dated_on = DateField(null=True)
    expires_on = DateField(null=True)
    added_at = InstantField()
    added_by = ForeignKeyField(User, column_name="added_by")
    ended_at = InstantField(null=True)
    ended_by = ForeignKeyField(User, column_name="ended_by", null=True, backref="+")
    sha256 = TextField()
    content = BlobField()


class Authorization(Table):
    """Visits or units a payer approved; ``used_before``: before this file knew of them."""

    id = AutoField()
    child = ForeignKeyField(Child)
    payer = TextField(default="")
    number = TextField(default="")
    visits = IntegerField()
    used_before = IntegerField(default=0)
    measure = TextField(default="visits")
    rounding = TextField(default="eight_minutes")
    counts_no_shows = BooleanField(default=False)
    starts_on = DateField(null=True)
    ends_on = DateField(null=True)
    ended_at = InstantField(null=True)


class Goal(Table):
    """One wording of what a child works toward, scored ``0…out_of`` and from −2 to +2.

    Its later wordings are rows with its id as ``origin``; ``cue_words`` and ``level_texts`` are
    JSON lists, ``coast`` a JSON object.
    """

    id = AutoField()
    child = ForeignKeyField(Child)
    skill_area = TextField()
    statement = TextField()
    out_of = IntegerField()
    baseline = IntegerField(null=True)
    target = IntegerField()
    starts_on = DateField()
    target_on = DateField(null=True)
    met_on = DateField(null=True)
    ended_on = DateField(null=True)
    cue_words = TextField(default="[]")
    coast = TextField(default="{}")
    routine = TextField(default="")
    setting = TextField(null=True)
    importance = IntegerField(default=1)
    difficulty = IntegerField(default=1)
    level_texts = TextField(default="[]")
    baseline_level = IntegerField(null=True)
    origin = ForeignKeyField("self", null=True, backref="+")
    version = IntegerField(default=1)
    written_at = InstantField(null=True)
    written_by = ForeignKeyField(User, column_name="written_by", null=True, backref="+")
    change_reason = TextField(default="")
    end_reason = TextField(default="")


class AboutHome(Table):
    """One thing a family told about home; taken off the list it stays in the file."""

    id = AutoField()
    child = ForeignKeyField(Child)
    topic = TextField()
    words = TextField()
    said_by = TextField(default="")
    said_on = DateField()
    noted_by = ForeignKeyField(User, column_name="noted_by", backref="+")
    ended_on = DateField(null=True)
