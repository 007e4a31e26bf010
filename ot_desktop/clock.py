"""The only place that asks the computer for the time."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the date where the clinic is."""
    return datetime.now().astimezone().date()


def now_local() -> datetime:
    """Return the clinic's wall time, without an offset, as sessions store it."""
    return datetime.now().astimezone().replace(tzinfo=None)


def now_utc() -> datetime:
    """Return this instant, for everything that is a moment rather than an appointment."""
    return datetime.now(UTC)


def zone_name() -> str:
    """Return the IANA name of this computer's time zone, or ``UTC`` when it has none."""
    zone = datetime.now().astimezone().tzinfo
    return str(getattr(zone, "key", None) or _zone_from_system() or "UTC")


def _zone_from_system() -> str | None:
    from pathlib import Path  # noqa: PLC0415  (needed once, when a clinic file is created)

    localtime = Path("/etc/localtime")
    if not localtime.is_symlink():
        return None
    return str(localtime.resolve()).partition("zoneinfo/")[2] or None
