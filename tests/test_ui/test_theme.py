"""The theme switches everything at run time and takes every colour from the tokens."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QPushButton

import resources
from ui.icons import icon, pixmap, set_icon
from ui.theme import TEXT_SIZES, Scheme, Theme, install_theme, theme
from ui.tokens import filled_style_sheet, system_colors, tokens

UI = resources.path("tokens.json").parents[1] / "ui"


@pytest.fixture
def look(qapp) -> Theme:
    installed = install_theme(qapp, Scheme.LIGHT, 100)
    yield installed
    install_theme(qapp, Scheme.LIGHT, 100)


def test_the_bundled_font_is_in_use(look):
    assert QFontInfo(look.font()).family() == "Atkinson Hyperlegible Next"


def test_tabular_digits_are_equally_wide(look):
    metrics = QFontMetricsF(look.font(14, tabular=True))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


@pytest.mark.parametrize("weight", [400, 500, 600, 700, 800])
def test_every_weight_of_the_design_is_bundled(look, weight):
    regular = QFontMetricsF(look.font(20, 400)).horizontalAdvance("Hamburg")
    this = QFontMetricsF(look.font(20, weight)).horizontalAdvance("Hamburg")
    assert (this > regular) == (weight > 400)


def test_dark_replaces_palette_and_colours_at_run_time(look, qapp):
    look.set_scheme(Scheme.DARK)
    assert look.color("window") == QColor(tokens()["dark"]["window"])
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")


def test_changing_the_scheme_tells_the_painted_widgets(look, qtbot):
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Scheme.DARK)


def test_a_widget_that_is_shown_takes_the_new_text_size(look, qtbot):
    button = QPushButton("Sign")
    qtbot.addWidget(button)
    button.show()
    look.set_text_size(150)
    assert (button.font().pixelSize(), button.minimumHeight()) == (21, 48)


def test_text_size_steps_stop_at_both_ends(look):
    look.step_text_size(-9)
    smallest = look.text_size
    look.step_text_size(9)
    assert (smallest, look.text_size) == (TEXT_SIZES[0], TEXT_SIZES[-1])


def test_an_odd_text_size_is_refused(look):
    with pytest.raises(ValueError, match="104"):
        look.set_text_size(104)


def test_an_unknown_colour_is_a_bug(look):
    with pytest.raises(KeyError):
        look.color("teal")


def test_the_style_sheet_names_only_known_tokens(look):
    sheet = resources.text("styles/app.qss")
    for scheme in ("light", "dark"):
        colors = {name: QColor(value) for name, value in tokens()[scheme].items()}
        filled = filled_style_sheet(sheet, colors, 1.0)
        assert "@" not in filled
        assert "sp;" not in filled


def test_lengths_in_the_style_sheet_are_whole_pixels(look):
    filled = filled_style_sheet("a { font-size: 13sp; min-height: box(32,1); }", {}, 1.15)
    assert filled == "a { font-size: 15px; min-height: 35px; }"


def test_high_contrast_answers_every_token_from_the_systems_palette(look):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(0, 0, 0))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(255, 255, 0))
    chosen = system_colors(palette)
    assert chosen.keys() == tokens()["light"].keys()
    assert (chosen["window"], chosen["danger-text"]) == (QColor(0, 0, 0), QColor(255, 255, 0))


def test_icons_take_the_colour_of_a_token(look):
    image = pixmap("minus", "accent", 24, 2.0).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.name() == look.color("accent").name()


def test_icons_are_as_sharp_as_the_screen(look):
    drawn = pixmap("home", "text", 18, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (36, 2.0)


def test_an_icon_on_a_button_is_tinted_anew_with_the_theme(look, qtbot):
    button = QPushButton("Less")
    qtbot.addWidget(button)
    set_icon(button, "minus", "text")
    look.set_scheme(Scheme.DARK)
    image = button.icon().pixmap(18, 18).toImage()
    assert image.pixelColor(9, 9).lightness() > 200


def test_an_icon_that_is_missing_is_named(look):
    with pytest.raises(FileNotFoundError, match="unicorn"):
        icon("unicorn")


def test_every_vendored_icon_draws_something(look):
    for file in resources.path("icons").glob("*.svg"):
        image = pixmap(file.stem, "text", 24).toImage()
        drawn = any(
            image.pixelColor(x, y).alpha()
            for x in range(image.width())
            for y in range(image.height())
        )
        assert drawn, file.name


def test_the_theme_is_found_through_the_application(look):
    assert theme() is look


def test_bundled_fonts_and_icons_carry_their_licences():
    assert "SIL Open Font License" in resources.text("fonts/OFL.txt")
    assert "SIL Open Font License" in resources.text("fonts/OFL-NotoSans.txt")
    assert "MIT License" in resources.text("icons/LICENSE")


def test_only_the_label_module_shows_markup():
    pages = (file for file in UI.glob("**/*.py") if file.name != "label.py")
    markup = [
        file.name
        for file in pages
        if any(word in file.read_text("utf-8") for word in ("RichText", "setHtml", " QLabel("))
    ]
    assert markup == []
