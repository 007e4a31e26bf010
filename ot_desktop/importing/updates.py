"""Writes what a file adds to a child of the caseload: blanks are filled, nothing is replaced."""

from collections.abc import Collection
from dataclasses import replace

from db.queries import caseload, families
from db.queries import importing as queries
from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import Alert, Phone
from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAuthorization,
    ImportedCaregiver,
)
from ot_desktop.importing.drafts import (
    Places,
    alerts_of,
    authorization_of,
    caregiver_of,
    draft_of,
    relation_of,
)
from ot_desktop.importing.new_children import Circumstances
from ot_desktop.importing.plan import Update


class ChildUpdate:
    """One child before and after; the caller holds the transaction."""

    def __init__(self, update: Update, all_: Circumstances, numbers: Collection[str]) -> None:
        self._id = update.known.child_id
        self._household_id = update.known.household_id
        self._before = update.known.child
        self._after = update.after
        self._all = all_
        self._numbers = numbers
        self._changed = False

    def write(self) -> bool:
        """Save what is new; False when the file said nothing that was not there."""
        self._write_details()
        self._write_address()
        self._write_alerts()
        self._write_caregivers()
        self._write_authorizations()
        if self._changed:
            intake.refresh_words(self._id)
        return self._changed

    def _write_details(self) -> None:
        places = Places(self._all.therapists)
        number = self._after.record_number
        if number != self._before.record_number and number in self._numbers:
            places = replace(places, takes_number=False)
        before = draft_of(self._before, Places(self._all.therapists_before))
        after = draft_of(self._after, places)
        old, new = intake.detail_columns(before), intake.detail_columns(after)
        columns = {name: value for name, value in new.items() if value != old[name]}
        for name in ("allergies", "precautions"):
            state = getattr(after, name)
            if state is not getattr(before, name):
                columns |= {
                    name: state.value,
                    f"{name}_reviewed_on": None,  # what was asked before is not what holds now
                    f"{name}_reviewed_by": None,
                }
        if columns:
            caseload.change_child(self._id, columns)
            self._changed = True

    def _write_address(self) -> None:
        if self._after.address == self._before.address:
            return
        columns = _address_columns(self._after.address)
        if self._household_id is None:
            household = families.insert_household(columns)
            caseload.change_child(self._id, {"household": household})
        else:
            families.change_household(self._household_id, columns)
        self._changed = True

    def _write_alerts(self) -> None:
        there = set(alerts_of(self._before))
        new: tuple[Alert, ...] = tuple(a for a in alerts_of(self._after) if a not in there)
        intake.write_alerts(self._id, new, self._all.by_user)
        self._changed = self._changed or bool(new)

    def _write_caregivers(self) -> None:
        """Fill in who is there, and add who is new: those come last, as a merge puts them."""
        before, after = self._before.caregivers, self._after.caregivers
        if after == before:
            return
        ids = [caregiver_id for _, caregiver_id, *_ in queries.caregivers([self._id])]
        for caregiver_id, old, new in zip(ids, before, after, strict=False):
            if old != new:
                self._tell(caregiver_id, old, new)
        place = queries.next_call_place(self._id)
        for at, person in enumerate(after[len(before) :]):
            intake.write_caregiver(
                self._id, caregiver_of(person), place + at, batch_id=self._all.batch_id
            )
        self._changed = True

    def _tell(self, caregiver_id: int, old: ImportedCaregiver, new: ImportedCaregiver) -> None:
        if relation_of(new) != relation_of(old):
            queries.set_relation(self._id, caregiver_id, relation_of(new))
        if new.email != old.email:
            families.change_caregiver(caregiver_id, {"email": new.email})
        added = [Phone(phone.typed) for phone in new.phones if phone not in old.phones]
        start = queries.next_phone_place(caregiver_id)
        numbers = [
            {
                "caregiver": caregiver_id,
                "call_order": place,
                "number": phone.number,
                "digits": phone.digits,
                "kind": phone.kind,
            }
            for place, phone in enumerate(added, start=start)
        ]
        queries.insert_families([], [], numbers)

    def _write_authorizations(self) -> None:
        before, after = self._before.authorizations, self._after.authorizations
        payer = {} if self._before.payer else {"payer": self._after.payer}
        if after == before and not self._after.payer:
            return
        ids = [paper_id for _, paper_id, *_ in queries.authorizations([self._id])]
        for paper_id, old, new in zip(ids, before, after, strict=False):
            if columns := {**_filled(old, new), **payer}:
                queries.change_authorization(paper_id, columns)
                self._changed = True
        for paper in after[len(before) :]:
            if paper.visits is not None:
                intake.write_authorization(self._id, authorization_of(self._after, paper))
                self._changed = True


def _address_columns(address: ImportedAddress) -> dict[str, str]:
    return {
        "address": address.street,
        "city": address.city,
        "state": address.state,
        "postal_code": address.zip_code,
    }


def _filled(old: ImportedAuthorization, new: ImportedAuthorization) -> dict[str, object]:
    pairs = {
        "visits": (old.visits, new.visits),
        "used_before": (old.used, new.used),
        "starts_on": (old.starts_on, new.starts_on),
        "ends_on": (old.ends_on, new.ends_on),
    }
    return {name: after for name, (before, after) in pairs.items() if before != after}
