"""Use cases of a child's documents: add, look at, save as a file, take out, see what runs out."""

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from db.queries import documents as queries
from db.queries import families
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.caseload import expiring as running_out
from ot_desktop.caseload.document import (
    Document,
    DocumentDraft,
    DocumentKind,
    DocumentRules,
    Format,
    Scan,
)
from ot_desktop.caseload.expiring import Expiring
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today, wall_time
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.paper.file_names import child_file_name
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

_SETTING = "documents"


class DocumentService:
    """Front desk sees administrative kinds only; whoever may read notes sees all."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of_child(self, child_id: int) -> tuple[Document, ...]:
        """Return a child's documents as far as this person may see them, the latest first."""
        self._work.require(Permission.SEE_CASELOAD)
        return tuple(queries.of_child(child_id, self._kinds(), _document))

    def may_see(self, kind: DocumentKind) -> bool:
        """Say whether this person may open documents of a kind."""
        return not kind.is_clinical or self._work.user.may(Permission.SEE_NOTES)

    def add(self, child_id: int, scan: Scan, draft: DocumentDraft) -> int:
        """Keep a scan with what is said of it, encrypted with the rest; return its id."""
        draft.check(today())
        _check_caregiver(child_id, draft)
        checksum = sha256(scan.content).hexdigest()
        if queries.is_kept_already(child_id, checksum):
            raise ClinicError("This file is among the child’s documents already.")
        with self._work.saving(
            Permission.EDIT_CHILD, Topic.CASELOAD, Action.ADDED_DOCUMENT, child_id
        ) as entry:
            document_id = queries.insert(
                _said(draft)
                | {
                    "child": child_id,
                    "file_name": scan.file_name,
                    "format": scan.format.value,
                    "pages": scan.pages,
                    "added_at": now_utc(),
                    "added_by": self._work.user.id,
                    "sha256": checksum,
                    "content": scan.content,
                }
            )
            entry.subject = f"document {document_id}, {draft.kind.value if draft.kind else ''}"
            return document_id

    def change(self, document_id: int, draft: DocumentDraft) -> None:
        """Say otherwise what a document is, its dates, or whom it is about."""
        draft.check(today())
        document = self._seen(document_id)
        _check_caregiver(document.child_id, draft)
        with self._work.saving(
            Permission.EDIT_CHILD, Topic.CASELOAD, Action.CHANGED_DOCUMENT, document.child_id
        ) as entry:
            queries.change(document_id, _said(draft))
            entry.subject = f"document {document_id}"

    def take_out(self, document_id: int) -> None:
        """Take a document out of the child's list; it stays in the file."""
        self._put_end(document_id, now_utc(), self._work.user.id)

    def put_back(self, document_id: int) -> None:
        """Put a document back that was taken out."""
        self._put_end(document_id, None, None)

    def open(self, document_id: int) -> bytes:
        """Return what a document holds, to be looked at; the activity log keeps who did."""
        return self._content(document_id, Action.OPENED_DOCUMENT)

    def export(self, document_id: int) -> bytes:
        """Return what a document holds, to be saved as a file; the activity log keeps who did."""
        return self._content(document_id, Action.SAVED_DOCUMENT)

    def file_name(self, document_id: int) -> str:
        """Return the name a document is suggested to be saved by."""
        document = self._seen(document_id)
        given_name, family_name, called = _named(document.child_id)
        day = document.dated_on or wall_time(document.added_at).date()
        kind, ending = document.kind.value.replace("_", "-"), document.format.ending
        return child_file_name(called or given_name, family_name[:1], kind, day, ending)

    def rules(self) -> DocumentRules:
        """Return the clinic's rules of documents."""
        return kept_rules()

    def set_rules(self, rules: DocumentRules) -> None:
        """Keep other rules; warnings follow them at once."""
        rules.check()
        with self._work.saving(
            Permission.EDIT_CLINIC, Topic.SETTINGS, Action.CHANGED_CLINIC
        ) as entry:
            settings_queries.put_setting(_SETTING, json.dumps(asdict(rules)))
            entry.subject = "documents"

    def expiring(
        self, children: Collection[int] = (), coming: tuple[date, date] | None = None
    ) -> tuple[Expiring, ...]:
        """Return what ran out or soon does, of active children: all, some, or those who come.

        A document warns until it is taken out or gets another date, a right to collect as long
        after its end as before.
        """
        self._work.require(Permission.SEE_CASELOAD)
        day, warned = today(), timedelta(days=kept_rules().warn_days)
        days = day - warned, day + warned
        return tuple(
            queries.expiring(
                days, self._kinds(), running_out.expiring, children=children, coming=coming
            )
        )

    def _kinds(self) -> list[str]:
        return [kind.value for kind in DocumentKind if self.may_see(kind)]

    def _seen(self, document_id: int) -> Document:
        document = queries.document(document_id, _document)
        if document is None:
            raise NotFound("This document is not in the file.")
        if not self.may_see(document.kind):
            raise NotAllowed("Your role can’t open this document. Ask a therapist.")
        return document

    def _content(self, document_id: int, action: Action) -> bytes:
        document = self._seen(document_id)
        with self._work.viewing(Permission.SEE_CASELOAD, action, document.child_id) as entry:
            entry.subject = f"document {document_id}"
            content, checksum = queries.content(document_id)
        if sha256(content).hexdigest() != checksum:
            raise ClinicError("This document is damaged in the file. Restore a backup to see it.")
        return content

    def _put_end(self, document_id: int, at: datetime | None, by: int | None) -> None:
        document = self._seen(document_id)
        with self._work.saving(
            Permission.EDIT_CHILD, Topic.CASELOAD, Action.REMOVED_DOCUMENT, document.child_id
        ) as entry:
            queries.put_end(document_id, at, by)
            entry.subject = f"document {document_id}" + ("" if at else ", put back")


def kept_rules() -> DocumentRules:
    """Return the clinic's rules of documents, as any use case needs them."""
    kept = json.loads(settings_queries.setting(_SETTING) or "{}")
    return DocumentRules(**{name: kept[name] for name in ("warn_days",) if name in kept})


def _named(child_id: int) -> tuple[str, str, str]:
    (given_name, family_name, called, *_), _number = families.names_of(child_id)
    return given_name, family_name, called


def _check_caregiver(child_id: int, draft: DocumentDraft) -> None:
    whose = draft.caregiver_id
    if whose is not None and child_id not in families.children_of(whose):
        raise ValidationError({"caregiver": "Choose somebody of this child’s family."})


def _said(draft: DocumentDraft) -> dict[str, Any]:
    return {
        "kind": draft.kind.value if draft.kind else "",
        "title": draft.title.strip(),
        "dated_on": draft.dated_on,
        "expires_on": draft.expires_on,
        "caregiver": draft.caregiver_id,
    }


def _document(**row: Any) -> Document:
    for day in ("dated_on", "expires_on"):
        row[day] = date.fromisoformat(row[day]) if row[day] else None
    row["kind"], row["format"] = DocumentKind(row["kind"]), Format(row["format"])
    row["added_at"] = datetime.fromisoformat(row["added_at"])
    return Document(**row)
