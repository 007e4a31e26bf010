"""Children and families of the demo clinic, admitted over the months before today."""

from datetime import date, timedelta
from typing import Any

from db.queries import caseload as queries
from db.queries import families
from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    ChildDraft,
    Phone,
    Status,
)
from ot_desktop.caseload.finding import search_words
from ot_desktop.demo.story import Carer, DemoChild, Dice, instant, months_before, told
from ot_desktop.home_programs.printing import pronouns_of
from ot_desktop.home_programs.wording import fill

Told = dict[str, Any]
FIRST_RECORD_NUMBER = 10301
# Minutes a day on days a week, as families say when asked.
PRACTICE = ((1, 5, 5), (1, 5, 7), (5, 10, 7), (5, 10, 6), (10, 15, 5))


class Families:
    """Admits the children one by one; siblings share a house and their parents."""

    def __init__(self, made_on: date, dice: Dice, therapists: dict[str, int], owner: int) -> None:
        self._made_on = made_on
        self._dice = dice
        self._therapists = therapists
        self._by_user = owner
        self._houses: dict[str, tuple[int, list[int]]] = {}
        self._phones = iter(range(200, 999))
        self._record_numbers = iter(range(FIRST_RECORD_NUMBER, FIRST_RECORD_NUMBER + 900))

    def admit(self, child: Told) -> DemoChild:
        """Write one child of the story with family, alerts and practice minutes."""
        draft = self._draft(child)
        admitted_on = months_before(self._made_on, self._dice.between(5, 30), 1)
        admitted_on += timedelta(days=self._dice.between(0, 20))
        if draft.status is Status.WAITING:
            admitted_on = self._made_on - timedelta(days=self._dice.between(3, 60))
        house_id, known = self._house(child, draft)
        columns = intake.detail_columns(draft) | {
            "household": house_id,
            "created_at": instant(admitted_on, 9, self._dice.between(0, 59)),
            **self._review("allergies", draft.allergies, admitted_on),
            **self._review("precautions", draft.precautions, admitted_on),
            **self._practice(child, draft),
        }
        child_id = queries.insert_child(columns, search_words(draft))
        carers = self._bring_up(child_id, draft, known)
        self._warn(child_id, draft, admitted_on)
        return DemoChild(
            id=child_id,
            given_name=draft.given_name,
            family_name=draft.family_name,
            pronouns=draft.pronouns,
            born_on=draft.born_on or self._made_on,
            status=draft.status,
            therapist_id=draft.therapist_id,
            comes_in_summer=bool(child.get("summer")),
            told=child,
            carers=carers,
            alerts=_dangers(draft),
            payer=self._payer(child),
        )

    def _payer(self, child: Told) -> str:
        if "visits_left" in child or "plans" in child or self._dice.is_below(0.6):
            payer: str = self._dice.one(told("clinic")["payers"])
            return payer
        return ""

    def _draft(self, child: Told) -> ChildDraft:
        clinic, dice = told("clinic"), self._dice
        given, family = child["name"].split(" ", 1)
        city, postal_code = dice.one(clinic["cities"])
        alerts = {name: self._listed(child, name) for name in ("allergies", "precautions")}
        return ChildDraft(
            given_name=given,
            family_name=family,
            born_on=self._born_on(child),
            pronouns=child["pronouns"],
            sex={"he": "male", "she": "female"}.get(child["pronouns"]),
            status=Status(child["status"]),
            record_number=child.get("record") or self._record_number(),
            therapist_id=self._therapists.get(child.get("therapist", "")),
            language=child.get("language", "English"),
            needs_interpreter=child.get("interpreter", False),
            diagnosis_codes=dice.one(clinic["diagnoses"]),
            availability=dice.one(clinic["availability"]),
            about=_of(child, child.get("about") or dice.one(clinic["about"])),
            address=f"{dice.between(2, 96)} {dice.one(clinic['streets'])}",
            city=city,
            state="NE",
            postal_code=postal_code,
            allergies=_asked(alerts["allergies"]),
            precautions=_asked(alerts["precautions"]),
            alerts=_alerts(child, alerts),
            caregivers=tuple(self._caregivers(child, family)),
        )

    def _born_on(self, child: Told) -> date:
        if "born" not in child:
            return months_before(
                self._made_on, child["age_months"], min(28, self._dice.between(1, 28))
            )
        # A birthday everybody knows, in the year that gives the child its age today.
        month, day = (int(part) for part in child["born"].split("-"))
        year = self._made_on.year - child["age_months"] // 12
        has_been = (month, day) <= (self._made_on.month, self._made_on.day)
        return date(year if has_been else year - 1, month, day)

    def _record_number(self) -> str:
        fixed = {child.get("record") for child in told("children")}
        return next(number for number in map(str, self._record_numbers) if number not in fixed)

    def _listed(self, child: Told, name: str) -> list[list[str]] | None:
        """Return what is listed; an empty list is none known, None is not asked."""
        if name in child:
            listed: list[list[str]] | None = child[name]
            return listed
        if child["status"] == "waiting" or self._dice.is_below(0.12):
            return None
        if self._dice.is_below(0.16):
            return [self._dice.one(told("clinic")[name])]
        return []

    def _caregivers(self, child: Told, family: str) -> list[CaregiverDraft]:
        if "caregivers" in child:
            return [_as_told(each, child) for each in child["caregivers"]]
        found = [self._parent(child, "mother", family)]
        if "father" in child:
            found.append(self._parent(child, "father", family))
        if self._dice.is_below(0.2):
            name = f"{self._dice.one(told('clinic')['grandmothers'])} {family}"
            found.append(self._carer(name, "grandmother", {}))
        return found

    def _parent(self, child: Told, relation: str, family: str) -> CaregiverDraft:
        note = child.get("custody", {}).get(relation, "")
        barred = "NOT" in child.get("pick_up", "") and bool(note)
        more: Told = {"custody_note": note, "language": child.get("language", "English")}
        if barred:
            more |= {"may_collect": False, "may_receive_papers": False}
        if relation == "mother":
            more["needs_interpreter"] = child.get("interpreter", False)
        return self._carer(f"{child[relation]} {family}", relation, more)

    def _carer(self, name: str, relation: str, more: Told) -> CaregiverDraft:
        """Say what most families say, unless the story says ``more``."""
        phone = Phone(f"402-555-0{next(self._phones)}")
        usual: Told = {"may_collect": True, "may_receive_papers": relation != "grandmother"}
        return CaregiverDraft(name, relation, (phone,), **(_asked_of(relation) | usual | more))

    def _house(self, child: Told, draft: ChildDraft) -> tuple[int, list[int]]:
        """Return the household and who of it is in the file; siblings have the same parents."""
        parents = f"{draft.family_name} {child['mother']} {child.get('father')}"
        if parents not in self._houses:
            house_id = families.insert_household(intake.address_columns(draft))
            self._houses[parents] = (house_id, [])
        return self._houses[parents]

    def _bring_up(self, child_id: int, draft: ChildDraft, known: list[int]) -> list[Carer]:
        is_new = not known
        people = draft.caregivers if is_new else draft.caregivers[: len(known)]
        for place, person in enumerate(people):
            one = None if is_new else known[place]
            carer_id = intake.write_caregiver(child_id, person, place + 1, known_id=one)
            if is_new:
                known.append(carer_id)
        names = zip(known, people, strict=False)
        return [Carer(id_, person.full_name, person.relation) for id_, person in names]

    def _review(self, name: str, asked: Asked, admitted_on: date) -> Told:
        if asked is Asked.NOT_ASKED:
            return {name: asked.value}
        asked_on = self._made_on - timedelta(days=self._dice.between(10, 340))
        if self._dice.is_below(0.08):
            asked_on = self._made_on - timedelta(days=self._dice.between(380, 600))
        return {
            name: asked.value,
            f"{name}_reviewed_on": max(asked_on, admitted_on),
            f"{name}_reviewed_by": self._by_user,
        }

    def _practice(self, child: Told, draft: ChildDraft) -> Told:
        if draft.status is not Status.ACTIVE or self._dice.is_below(0.25):
            return {}
        least, most, days = child.get("practice") or self._dice.one(PRACTICE)
        return {
            "practice_min_minutes": least,
            "practice_max_minutes": most,
            "practice_days": days,
            "practice_said_by": draft.caregivers[0].full_name,
            "practice_said_on": self._made_on - timedelta(days=self._dice.between(20, 150)),
        }

    def _warn(self, child_id: int, draft: ChildDraft, admitted_on: date) -> None:
        for alert in draft.alerts:
            queries.insert_alert(
                {
                    "child": child_id,
                    "kind": alert.kind.value,
                    "title": alert.title,
                    "details": alert.details,
                    "noted_at": instant(admitted_on, 10),
                    "noted_by": self._by_user,
                }
            )


def _of(child: Told, text: str) -> str:
    return fill(text, pronouns_of(child["pronouns"]), child["name"].split()[0])


def _as_told(caregiver: list[str], child: Told) -> CaregiverDraft:
    name, relation, phone, language, note = caregiver
    spoken = "Spanish" if language == "es" else child.get("language", "English")
    return CaregiverDraft(
        name,
        relation,
        (Phone(phone),),
        language=spoken,
        may_collect=True,
        may_receive_papers=True,
        contact_note=note,
        **_asked_of(relation),
    )


def _asked_of(relation: str) -> Told:
    """Return what the front desk asks every family; nobody has asked for an ID of all yet."""
    is_parent = relation in ("mother", "father")
    return {"is_adult": True, "lives_with": is_parent, "signs_consent": is_parent}


def _asked(listed: list[list[str]] | None) -> Asked:
    if listed is None:
        return Asked.NOT_ASKED
    return Asked.LISTED if listed else Asked.NONE_KNOWN


def _alerts(child: Told, listed: dict[str, list[list[str]] | None]) -> tuple[Alert, ...]:
    kinds = {"allergies": AlertKind.ALLERGY, "precautions": AlertKind.PRECAUTION}
    found = [
        Alert(kinds[name], title, _of(child, details))
        for name, alerts in listed.items()
        for title, details in alerts or ()
    ]
    if "pick_up" in child:
        found.append(Alert(AlertKind.PICK_UP, child["pick_up"]))
    return tuple(found)


def _dangers(draft: ChildDraft) -> tuple[str, ...]:
    dangers = [alert for alert in draft.alerts if alert.kind is not AlertKind.PICK_UP]
    return tuple(words for alert in dangers for words in (alert.title, alert.details) if words)
