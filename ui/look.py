"""How this computer shows the program; kept in the clinic's folder, never a child's data."""

from PySide6.QtCore import QByteArray, QSettings

from ot_desktop.paths import ClinicFolder
from ui.theme import TEXT_SIZES, Scheme


class Look:
    """Colors, text size, window place and who signed in last on this computer."""

    def __init__(self, folder: ClinicFolder) -> None:
        self._settings = QSettings(str(folder.settings_file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the computer is set."""
        kept = str(self._settings.value("look/scheme", Scheme.SYSTEM.value))
        return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM

    @property
    def text_size(self) -> int:
        """Percent, one of ``TEXT_SIZES``."""
        kept = str(self._settings.value("look/text_size", "100"))
        return int(kept) if kept.isdigit() and int(kept) in TEXT_SIZES else 100

    def keep_theme(self, scheme: Scheme, text_size: int) -> None:
        """Keep colors and text size for the next start."""
        self._settings.setValue("look/scheme", scheme.value)
        self._settings.setValue("look/text_size", text_size)

    @property
    def person(self) -> str:
        """Whose place at the sign-in page was used last on this computer; a key slot."""
        return str(self._settings.value("look/person", ""))

    def keep_person(self, key_slot: str) -> None:
        """Keep who signed in."""
        self._settings.setValue("look/person", key_slot)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty at the first start."""
        kept = self._settings.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keep where the window is."""
        self._settings.setValue("window/geometry", geometry)

    def save(self) -> None:
        """Write everything now."""
        self._settings.sync()
