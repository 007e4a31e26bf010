"""Widgets that know Qt but not the clinic; this is the map.

Theme (outside this folder):
    ui.theme      install_theme(app, Scheme.SYSTEM, text_size=100) once at start; theme() gives
                  .color("t-1-tint"), .px(32), .font(14, 600, tabular=True), .changed,
                  .set_scheme(), .set_text_size(), .step_text_size(+1)
    ui.icons      icon("home", "text-2"), set_icon(button_or_action, "home"), paint_icon(...)

Words and marks:
    label.label("text", "h1", "text-2", wrap=True)   always plain text; styles body, body-strong,
                  small, caption, label, h3, h2, h1, name, display, number
    label.lead_label("Allergy: peanut.", "EpiPen…")   bold lead, both escaped
    label.KeyCap("Ctrl K"), label.rule(), label.set_tone(), label.restyle()
    symbol.Symbol("home", "text-2", 18)   an icon beside words
    badge.Badge("Peanut", "danger", "alert-triangle")   danger, warn, ok, info, neutral
    badge.Tag("Play", "s-play", "lego")   tinted pill; badge.paint_badge for delegates
    avatar.Avatar("AO", 1), Avatar("MA")   therapist slot, child; avatar.paint_avatar
    banner.AlertBanner("danger", "Allergy: peanut.", "EpiPen in blue bag.")

Doing:
    button.Button("Sign", "primary", icon="signature", keys="Ctrl Enter", size="large")
                  kinds primary, standard, danger, link, bare; sizes small, normal, large
    button.IconButton("x", "Close")

Filling in:
    field.Field("Parent phone", editor, optional=True).set_problem("Add 2 digits") / .set_warning
    field.FormProblems({"phone": field}).show(error.fields) / .clear()

Holding:
    card.Card("Family", action="Open")   .add(widget), .body, .head, .action_button
    table.TableView("Children") in table.TableFrame(view, footer)   opened, peeked, marked, KEY_ROLE
    row_delegate.RowDelegate   override paint_content; row_delegate.paint_text

``QWidget.setProperty("ground", "window")`` (surface, sidebar, sunken) gives a page its ground.
"""
