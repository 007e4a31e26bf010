"""Story 14: contacts, custody, pick-up: children and papers only to the right adult."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database
from db.queries import audit as audit_queries
from ot_desktop.audit import Action
from ot_desktop.caseload.document import DocumentDraft, DocumentKind, DocumentRules
from ot_desktop.caseload.domain import CaregiverDraft, ChildDraft, Phone, Status
from ot_desktop.caseload.scans import scan_of
from ot_desktop.clock import today
from ot_desktop.day.domain import NeedKind
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.home_programs import library
from ot_desktop.notes.parent_part import PersonHere, Presence, WhoIsHere
from ot_desktop.permissions import Role
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.who_collects import Adult
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.paper_text import text_of
from tests.reference_clinic import reference_clinic
from tests.scans import a_jpeg, a_pdf

ORDER = date(2026, 3, 12)


class House:
    def __init__(self):
        self.owner = an_empty_clinic()
        self.clinic = reference_clinic(self.owner)
        self.front = services_for(a_user(Role.FRONT_DESK, "Dana Front"))
        self.therapist = services_for(
            a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=self.clinic.ana)
        )

    def family(self, child="owen"):
        return self.owner.caseload.banner(getattr(self.clinic, child)).caregivers

    def put(self, child="owen", place=1, **changes):
        """Say more of somebody of a family, the first by default."""
        one = self.family(child)[place - 1]
        known = {
            name: getattr(one, name)
            for name in CaregiverDraft.__dataclass_fields__
            if hasattr(one, name)
        }
        draft = CaregiverDraft(**known, caregiver_id=one.id)
        self.front.caseload.put_caregiver(
            getattr(self.clinic, child), replace(draft, **changes), place
        )

    def keep(self, child="owen", kind=DocumentKind.COURT_ORDER, content=None, **more):
        draft = DocumentDraft(kind, more.pop("title", "Order of the court"), **more)
        scan = scan_of("order.pdf", content or a_pdf())
        return self.front.documents.add(getattr(self.clinic, child), scan, draft)

    def visit(self, day=None, child="owen", hour=9):
        """Book a visit, today if no day is named, and return its id."""
        starts = datetime.combine(day or today(), time(hour))
        request = SeriesRequest.single(
            getattr(self.clinic, child), starts, 60, self.clinic.ana, self.clinic.gym
        )
        scheduling = self.owner.scheduling
        series = scheduling.book(scheduling.preview(request), "Agreed by phone.")
        return next(
            each.id for each in scheduling.sessions_of(request.child_id) if each.series_id == series
        )

    def adult(self, place, child="owen"):
        one = self.family(child)[place - 1]
        return Adult(one.id, one.full_name, one.may_collect, one.may_collect_until, one.is_adult)

    def says_in_the_note(self, visit, one, how):
        notes = self.therapist.notes
        content = notes.open_note(visit).content
        who = WhoIsHere((PersonHere(one.full_name, one.relation, one.id, how),))
        notes.save_draft(visit, replace(content, parent=replace(content.parent, who=who)))

    def log(self, child="owen"):
        found = audit_queries.about_child(getattr(self.clinic, child), dict)
        return [(row["action"], row["user_name"]) for row in found]


@pytest.fixture
def house():
    yield House()
    close_database()


def a_program(house):
    page = house.therapist.home_programs.start(house.clinic.owen)
    draft = page.draft
    for key in ("bear-walk", "wall-push-game"):
        draft = page.added(draft, library.activity(key))
    return draft


# Contacts.


def test_everything_a_contact_may_do_is_kept_and_not_asked_is_not_no(house):
    grandmother = CaregiverDraft(
        "Rosa Park",
        "grandmother",
        (Phone("555-0161"), Phone("555-0162", "home")),
        language="Korean",
        may_collect=True,
        may_collect_until=date(2027, 8, 31),
        may_receive_papers=False,
        may_be_told=True,
        is_adult=True,
        lives_with=False,
        signs_consent=False,
        id_seen_on=date(2026, 11, 2),
        address="9 Other Street",
    )
    house.front.caseload.put_caregiver(house.clinic.owen, grandmother, 3)
    kept = house.family()[2]
    assert [phone.number for phone in kept.phones] == ["555-0161", "555-0162"]
    for name in ("language", "may_collect", "may_collect_until", "may_receive_papers",
                 "may_be_told", "is_adult", "lives_with", "signs_consent", "id_seen_on",
                 "address"):  # fmt: skip
        assert getattr(kept, name) == getattr(grandmother, name), name
    mother = house.family()[0]
    assert (mother.lives_with, mother.signs_consent, mother.id_seen_on) == (None, None, None)


def test_changing_a_phone_leaves_every_right_as_it_was(house):
    house.put(place=1, lives_with=True, signs_consent=True, id_seen_on=date(2026, 1, 5))
    house.put(place=1, phones=(Phone("555-0199"),))
    mother = house.family()[0]
    assert (mother.lives_with, mother.signs_consent) == (True, True)
    assert mother.id_seen_on == date(2026, 1, 5)


def test_contacts_are_called_in_the_order_the_family_wants(house):
    aunt = CaregiverDraft("Ida Park", "aunt", (Phone("555-0170"),))
    ida = house.front.caseload.put_caregiver(house.clinic.owen, aunt, 3)
    for _ in range(3):
        house.front.caseload.call_earlier(house.clinic.owen, ida)
    assert [one.full_name for one in house.family()] == ["Ida Park", "Grace Park", "Daniel Park"]


def test_nobody_under_eighteen_may_be_named_to_collect(house):
    with pytest.raises(ValidationError) as refused:
        house.put(is_adult=False, may_collect=True)
    assert "18 or older" in refused.value.fields["may_collect"]


def test_a_brother_of_fifteen_takes_nobody_home(house):
    visit = house.visit()
    brother = Adult(None, "Joon Park", may_collect=None, is_adult=False)
    with pytest.raises(ValidationError, match="not 18 yet"):
        house.front.attendance.check_out(visit, brother)


# Papers.


def test_the_recipients_of_owens_program_leave_his_father_out(house):
    page = house.therapist.home_programs.start(house.clinic.owen)
    assert [one.name for one in page.recipients if one.may_receive] == ["Grace Park"]


def test_choosing_his_father_is_refused_with_the_date_of_the_order(house):
    house.keep(dated_on=ORDER, caregiver_id=house.family()[1].id)
    father = house.family()[1]
    with pytest.raises(ValidationError) as refused:
        house.therapist.home_programs.issue(a_program(house), father.id)
    assert "Court order of March 12, 2026" in refused.value.fields["recipient"]
    assert house.therapist.home_programs.current(house.clinic.owen) is None


def test_only_the_owner_may_allow_it_and_the_log_says_so(house):
    father, draft = house.family()[1], a_program(house)
    for nobody in (house.front, house.therapist):
        with pytest.raises(NotAllowed):
            nobody.home_programs.allow_once(house.clinic.owen, father.id, "He asked")
    house.owner.home_programs.allow_once(house.clinic.owen, father.id, "Court lifted it today")
    house.owner.home_programs.issue(draft, father.id)
    actions = [action for action, _who in house.log()]
    assert Action.ALLOWED_RECIPIENT.value in actions


def test_two_households_get_two_copies_without_each_others_address(house):
    house.put(place=1, address="17 Hidden Lane", lives_with=True)
    house.put(place=2, address="4 Far Road", lives_with=False, may_receive_papers=True,
              custody_note="")  # fmt: skip
    service, draft = house.therapist.home_programs, a_program(house)
    texts = []
    for one in house.family():
        paper = service.issue(draft, one.id)
        draft = replace(draft, id=paper.home_program_id)
        texts.append(text_of(paper.pdf))
    assert texts[0] == texts[1]
    assert not any(address in texts[0] for address in ("Hidden Lane", "Far Road"))


# Arrival and going home.


def test_one_click_notes_who_usually_brings_the_child(house):
    visit = house.visit()
    house.front.attendance.check_in(visit)
    assert house.front.attendance.visit(visit).brought_by == "Grace Park"


def test_whoever_brought_the_child_last_is_who_usually_does(house):
    grandmother = CaregiverDraft("Rosa Park", "grandmother", may_collect=True)
    rosa = house.front.caseload.put_caregiver(house.clinic.owen, grandmother, 3)
    first, second = house.visit(today() - timedelta(days=1)), house.visit()
    attendance = house.front.attendance
    attendance.note_brought(first, rosa)
    attendance.check_in(second)
    assert attendance.visit(second).brought_by == "Rosa Park"


def test_nobody_who_may_not_collect_is_assumed_to_bring_the_child(house):
    house.put(place=1, may_collect=False)
    visit = house.visit()
    house.front.attendance.check_in(visit)
    assert house.front.attendance.visit(visit).brought_by is None


def test_who_brought_the_child_can_be_put_right_and_the_log_keeps_it(house):
    visit, attendance = house.visit(), house.front.attendance
    attendance.check_in(visit)
    attendance.note_brought(visit, None)
    assert attendance.visit(visit).brought_by is None
    assert house.log()[0] == (Action.CHANGED_VISIT.value, "Dana Front")


def test_nobody_is_asked_for_while_who_brought_the_child_is_in_the_room(house):
    visit, attendance = house.visit(), house.front.attendance
    attendance.check_in(visit)
    mother = house.family()[0]
    assert attendance.stayed(visit) is None
    house.says_in_the_note(visit, mother, Presence.IN_ROOM)
    assert attendance.stayed(visit) == mother.id
    house.says_in_the_note(visit, mother, Presence.DROPPED_OFF)
    assert attendance.stayed(visit) is None


# Documents.


def test_a_scan_is_kept_inside_the_file_and_comes_out_as_it_went_in(house):
    content = a_pdf(3)
    document_id = house.keep(content=content, dated_on=ORDER)
    [document] = house.front.documents.of_child(house.clinic.owen)
    assert (document.title, document.dated_on, document.pages) == ("Order of the court", ORDER, 3)
    assert document.added_by == "Dana Front"
    assert house.front.documents.open(document_id) == content


def test_the_scan_of_an_order_stands_with_whom_it_is_about(house):
    father = house.family()[1]
    house.keep(dated_on=ORDER, caregiver_id=father.id)
    assert house.family()[1].court_order_on == ORDER
    assert house.family()[0].court_order_on is None


def test_a_document_is_about_nobody_of_another_family(house):
    stranger = house.family("maya")[0]
    with pytest.raises(ValidationError) as refused:
        house.keep(caregiver_id=stranger.id)
    assert "caregiver" in refused.value.fields


def test_every_look_and_every_saved_file_is_in_the_log(house):
    document_id = house.keep()
    house.front.documents.open(document_id)
    house.therapist.documents.export(document_id)
    assert house.log()[:3] == [
        (Action.SAVED_DOCUMENT.value, "Ana Ruiz"),
        (Action.OPENED_DOCUMENT.value, "Dana Front"),
        (Action.ADDED_DOCUMENT.value, "Dana Front"),
    ]


@pytest.mark.parametrize("kind", DocumentKind)
def test_front_desk_sees_administrative_kinds_only(house, kind):
    document_id = house.keep(kind=kind)
    seen = [each.id for each in house.front.documents.of_child(house.clinic.owen)]
    clinical = kind in (DocumentKind.PLAN, DocumentKind.REPORT)
    assert seen == ([] if clinical else [document_id])
    assert house.therapist.documents.of_child(house.clinic.owen)
    for act in (house.front.documents.open, house.front.documents.export):
        if clinical:
            with pytest.raises(NotAllowed):
                act(document_id)


def test_a_reader_adds_nothing(house):
    reader = services_for(a_user(Role.READ_ONLY, "Ilse Brandt"))
    with pytest.raises(NotAllowed):
        reader.documents.add(
            house.clinic.owen,
            scan_of("a.pdf", a_pdf()),
            DocumentDraft(DocumentKind.OTHER, "Letter"),
        )


def test_what_a_document_needs_is_said_at_each_field(house):
    with pytest.raises(ValidationError) as refused:
        house.keep(
            kind=None, title=" ", dated_on=today() + timedelta(days=1), expires_on=date(2026, 1, 1)
        )
    assert set(refused.value.fields) == {"kind", "title", "dated_on", "expires_on"}


def test_the_same_file_is_not_kept_twice(house):
    content = a_jpeg()
    house.keep(content=content)
    with pytest.raises(ClinicError, match="already"):
        house.keep(content=content)


def test_a_document_taken_out_can_be_put_back(house):
    document_id = house.keep()
    house.front.documents.take_out(document_id)
    assert house.front.documents.of_child(house.clinic.owen) == ()
    house.front.documents.put_back(document_id)
    assert len(house.front.documents.of_child(house.clinic.owen)) == 1


def test_a_saved_file_is_named_for_every_computer(house):
    document_id = house.keep(dated_on=ORDER)
    name = house.front.documents.file_name(document_id)
    assert name == "Owen-P_court-order_2026-03-12.pdf"


# What expires warns.


def words(house, services=None, **more):
    found = (services or house.front).documents.expiring(**more)
    return [each.words(today()) for each in found]


def test_a_consent_warns_thirty_days_before_and_until_it_is_renewed(house):
    day = today() + timedelta(days=30)
    document_id = house.keep(kind=DocumentKind.CONSENT, title="Photo consent", expires_on=day)
    assert words(house)[0].startswith("Photo consent expires ")
    later = DocumentDraft(DocumentKind.CONSENT, "Photo consent", expires_on=day + timedelta(days=1))
    house.front.documents.change(document_id, later)
    assert words(house) == []
    gone = replace(later, expires_on=today() - timedelta(days=400))
    house.front.documents.change(document_id, gone)
    assert words(house)[0].startswith("Photo consent expired ")


def test_the_clinic_chooses_how_many_days_before(house):
    house.keep(kind=DocumentKind.CONSENT, expires_on=today() + timedelta(days=10))
    house.owner.documents.set_rules(DocumentRules(warn_days=9))
    assert words(house) == []
    with pytest.raises(ValidationError):
        house.owner.documents.set_rules(DocumentRules(warn_days=366))
    with pytest.raises(NotAllowed):
        house.front.documents.set_rules(DocumentRules())


def test_a_right_to_collect_that_ends_warns_too(house):
    house.put(place=1, may_collect_until=today() + timedelta(days=5))
    [told] = words(house)
    assert told.startswith("Grace Park may collect until ")
    house.put(place=1, may_collect_until=today() - timedelta(days=1))
    [told] = words(house)
    assert told.startswith("Grace Park could collect until ")
    house.put(place=1, may_collect_until=today() - timedelta(days=31))
    assert words(house) == []


def test_front_desk_is_not_told_of_plans(house):
    house.keep(kind=DocumentKind.PLAN, title="Seizure plan", expires_on=today())
    assert words(house) == []
    assert len(words(house, house.therapist)) == 1


def test_a_child_who_is_not_seen_any_more_warns_of_nothing(house):
    house.keep(kind=DocumentKind.CONSENT, expires_on=today())
    page = house.owner.caseload.banner(house.clinic.owen)
    draft = ChildDraft(page.given_name, page.family_name, page.born_on, status=Status.DISCHARGED)
    house.owner.caseload.change_details(house.clinic.owen, draft)
    assert words(house) == []


def test_today_names_what_a_family_who_comes_this_week_can_renew(house):
    house.keep(kind=DocumentKind.CONSENT, title="Photo consent", expires_on=today())
    house.keep("iris", DocumentKind.CONSENT, a_pdf(1), title="Outing", expires_on=today())
    house.visit(today() + timedelta(days=6))
    needs = [need for need in house.front.day.needs() if need.kind is NeedKind.EXPIRY]
    assert [(need.lead, need.child_id) for need in needs] == [("Owen Park", house.clinic.owen)]
    assert needs[0].words.startswith("Photo consent expires ")
