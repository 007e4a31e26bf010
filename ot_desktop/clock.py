"""The only place that asks the computer for the time; it tells the time of the clinic's wall."""

from datetime import UTC, date, datetime, tzinfo

_clinics: list[tzinfo] = []  # none until a clinic is open, or one


def keep_to(zone: str) -> None:
    """Go by the time of the clinic, wherever the computer is and whatever its own zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  (not for a first paint)

    try:
        _clinics[:] = [ZoneInfo(zone)]
    except (ZoneInfoNotFoundError, ValueError):
        _clinics.clear()


def wall_time(instant: datetime) -> datetime:
    """Return what the clinic's clock shows at an instant, without an offset."""
    return instant.astimezone(_clinics[0] if _clinics else None).replace(tzinfo=None)


def instant_of(wall: datetime) -> datetime:
    """Return the instant at which the clinic's clock shows this.

    An hour that comes twice in a year means its first time.
    """
    return wall.replace(tzinfo=_clinics[0]) if _clinics else wall.astimezone()


def today() -> date:
    """Return the date where the clinic is."""
    return now_local().date()


def now_local() -> datetime:
    """Return the clinic's wall time, without an offset, as sessions store it."""
    return wall_time(now_utc())


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
