"""``check``: whether the clinic's file is whole, and as this version expects it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from ot_desktop.commands.answer import Answer

SHOWN = 10
DAMAGED = (
    "The clinic's file is damaged. Nothing was changed. Restore the newest backup, and keep the"
    " damaged file: it may still be readable."
)


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes: nothing of its own."""


def run(options: Namespace) -> Answer:
    """Open the file, check every page, every reference and every table, and count."""
    from db.backup import damage_in_database  # noqa: PLC0415  (lazy)
    from db.queries import schema  # noqa: PLC0415
    from ot_desktop.backup.service import backups_in  # noqa: PLC0415
    from ot_desktop.commands.opening import folder_of, open_clinic  # noqa: PLC0415

    with open_clinic(options):
        found = {
            "damage": damage_in_database(),
            "references": schema.broken_references(),
            "schema": schema.differences(),
        }
        facts: dict[str, Any] = {
            "ok": not any(found.values()),
            "version": schema.version(),
            **found,
            "counts": schema.counts(),
            "backups": len(backups_in(folder_of(options))),
        }
    return Answer(_sentences(facts, found), facts, 0 if facts["ok"] else 1)


def _sentences(facts: dict[str, Any], found: dict[str, list[str]]) -> tuple[str, ...]:
    counts = facts["counts"]
    told = f"{counts['child']} children, {counts['session']} visits, {counts['note']} notes"
    if facts["ok"]:
        return (f"The clinic's file is whole: {told}.",)
    lines = [f"  {line}" for lines in found.values() for line in lines[:SHOWN]]
    return (DAMAGED, *lines)
