"""Where files live on this computer."""

from dataclasses import dataclass
from pathlib import Path

DATA_FILE, KEY_FILE, SETTINGS_FILE, BACKUPS = "clinic.db", "clinic.keys", "settings.ini", "backups"


@dataclass(frozen=True, slots=True)
class ClinicFolder:
    """One clinic: its data file, key file, this computer's settings, and backups."""

    root: Path

    @property
    def data_file(self) -> Path:
        """The encrypted database."""
        return self.root / DATA_FILE

    @property
    def key_file(self) -> Path:
        """The data key, wrapped once per user and once by the recovery key."""
        return self.root / KEY_FILE

    @property
    def settings_file(self) -> Path:
        """How this computer shows the program; never a child's data."""
        return self.root / SETTINGS_FILE

    @property
    def backups(self) -> Path:
        """Verified encrypted copies."""
        return self.root / BACKUPS

    def exists(self) -> bool:
        """Say whether a clinic was set up here; one half alone counts, so it is never replaced."""
        return self.data_file.exists() or self.key_file.exists()


def own_clinic() -> ClinicFolder:
    """Return the folder of the clinic on this computer; it need not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415  (not needed with --clinic)

    return ClinicFolder(user_data_path("OT Desktop", appauthor=False))
