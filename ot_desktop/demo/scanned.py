"""What the demo clinic has on file of some families: letters and forms, one about to end."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from hashlib import sha256
from typing import Any

from db.queries import documents as queries
from ot_desktop.caseload.document import DocumentKind
from ot_desktop.caseload.scans import scan_of
from ot_desktop.demo.story import DemoChild, instant, told
from ot_desktop.demo.wishes import name_of
from ot_desktop.messages.letter import Letter
from ot_desktop.messages.letter_pages import letter_pages
from ot_desktop.paper.page import Paper
from ot_desktop.paper.people import ClinicOnPaper

_CAME_AT = time(9, 30)


def file_documents(children: Iterable[DemoChild], made_on: date, desk: int) -> None:
    """Put what the story tells of into the file, as the front desk did when it came."""
    by_name = {name_of(child): child for child in children}
    for each in told("talks")["documents"]:
        _keep(by_name[each["child"]], each, made_on, desk)


def _keep(child: DemoChild, each: dict[str, Any], made_on: date, desk: int) -> None:
    dated_on = made_on - timedelta(days=each["days"])
    ends = each.get("ends")
    letter = Letter(
        clinic=ClinicOnPaper(each["from"], ""),
        to=each["to"],
        about=f"{child.given_name} {child.family_name}",
        said=child.says(each["said"]),
        signed_by=each["signed"],
        written_on=dated_on,
    )
    scan = scan_of(f"{each['title']}.pdf", letter_pages(letter, Paper()))
    queries.insert(
        {
            "child": child.id,
            "caregiver": next(
                (one.id for one in child.carers if one.relation == each.get("about")), None
            ),
            "kind": DocumentKind(each["kind"]).value,
            "title": each["title"],
            "file_name": scan.file_name,
            "format": scan.format.value,
            "pages": scan.pages,
            "dated_on": dated_on,
            "expires_on": None if ends is None else made_on + timedelta(days=ends),
            "added_at": instant(dated_on + timedelta(days=1), _CAME_AT.hour, _CAME_AT.minute),
            "added_by": desk,
            "sha256": sha256(scan.content).hexdigest(),
            "content": scan.content,
        }
    )
