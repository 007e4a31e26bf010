"""The theme in force: light or dark, text size, fonts and icons, switched while running."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

import resources
from ui.icon_store import IconStore
from ui.tokens import families, filled_style_sheet, load_fonts, palette_of, system_colors, tokens

TEXT_SIZES = (90, 100, 115, 130, 150)


class Scheme(StrEnum):
    """Which colours to use; SYSTEM follows the computer's own setting while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The colours, sizes and fonts in force; ``changed`` comes after all widgets are restyled."""

    changed = Signal()

    def __init__(
        self, app: QApplication, scheme: Scheme, text_size: int, *, sheet: bool = True
    ) -> None:
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()  # kept: without it, accessibility() dies in our hands
        self._scheme = scheme
        self._scale = text_size / 100
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int, bool], QFont] = {}
        self.icons = IconStore()
        self._has_sheet = sheet
        self._ready = False
        load_fonts()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self._apply()
        self._ready = True

    @property
    def scheme(self) -> Scheme:
        """What was asked for; see ``is_dark`` for what is shown."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """True when the dark tokens are shown."""
        if self._scheme is not Scheme.SYSTEM:
            return self._scheme is Scheme.DARK
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    @property
    def is_high_contrast(self) -> bool:
        """True when the computer asks for high contrast; then its own palette is used."""
        preference = self._hints.accessibility().contrastPreference()
        return preference == Qt.ContrastPreference.HighContrast

    @property
    def text_size(self) -> int:
        """Percent, one of ``TEXT_SIZES``."""
        return round(self._scale * 100)

    def color(self, token: str) -> QColor:
        """Return the colour called ``token``; an unknown name is a bug and raises KeyError."""
        return self._colors[token]

    def px(self, at_normal_size: float) -> int:
        """Scale a length that has to follow the text size."""
        return max(1, round(at_normal_size * self._scale + 0.001))

    def font(self, px: float = 14, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return the bundled font; ``tabular`` makes digits equally wide (times, dates, counts)."""
        key = (px, weight, tabular)
        if key not in self._fonts:
            font = QFont(list(families()))
            font.setPixelSize(self.px(px))
            font.setWeight(QFont.Weight(weight))
            if tabular:
                font.setFeature(QFont.Tag.fromString("tnum"), 1)
            self._fonts[key] = font
        return QFont(self._fonts[key])

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch colours at once, everywhere."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._apply()

    def set_text_size(self, percent: int) -> None:
        """Switch text and row heights at once, everywhere; ``percent`` is one of TEXT_SIZES."""
        if percent not in TEXT_SIZES:
            raise ValueError(f"text size {percent} is not one of {TEXT_SIZES}")
        if percent != self.text_size:
            self._scale = percent / 100
            self._apply()

    def step_text_size(self, steps: int) -> None:
        """Go ``steps`` sizes up or down and stop at the ends (Ctrl + and Ctrl −)."""
        here = TEXT_SIZES.index(self.text_size)
        self.set_text_size(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, here + steps))])

    def lay_sheet(self) -> None:
        """Lay the style sheet on all widgets, once: where it lies, each insertion costs more."""
        if not self._has_sheet:
            self._has_sheet = True
            self._style()

    def _apply(self) -> None:
        self._ask_for_matching_title_bars()
        self._colors = self._colors_now()
        self._fonts.clear()
        self.icons.clear()
        self._app.setPalette(palette_of(self._colors))
        self._app.setFont(self.font())
        if self._has_sheet:
            self._style()
        self.changed.emit()

    def _style(self) -> None:
        sheet = resources.text("styles/app.qss")
        # Another sheet over the one that lies there takes Qt five times as long as a first one.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(filled_style_sheet(sheet, self._colors, self._scale))

    def _colors_now(self) -> dict[str, QColor]:
        if self.is_high_contrast:
            return system_colors(self._app.style().standardPalette())
        chosen = tokens()["dark" if self.is_dark else "light"]
        return {name: QColor(value) for name, value in chosen.items()}

    def _ask_for_matching_title_bars(self) -> None:
        wanted = {
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
        }
        ready, self._ready = self._ready, False  # our own request must not call us back
        self._hints.setColorScheme(wanted[self._scheme])
        self._ready = ready

    @Slot()
    def _follow_system(self) -> None:
        if self._ready and self._scheme is Scheme.SYSTEM:
            self._apply()

    @Slot()
    def _follow_contrast(self) -> None:
        if self._ready:
            self._apply()


def install_theme(
    app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_size: int = 100, *, sheet: bool = True
) -> Theme:
    """Give ``app`` the look, once; a second call switches the look that is there.

    Without ``sheet`` the first page is built quicker; ``lay_sheet`` comes before it is shown.
    """
    existing: Theme | None = app.property("theme")
    if existing is not None:
        existing.set_scheme(scheme)
        existing.set_text_size(text_size)
        return existing
    installed = Theme(app, scheme, text_size, sheet=sheet)
    app.setProperty("theme", installed)
    return installed


def theme() -> Theme:
    """Return the application's theme; painted widgets ask here, so it lives on the application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the theme needs a QApplication")
    installed: Theme | None = app.property("theme")
    return installed if installed is not None else install_theme(app, Scheme.LIGHT)
