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
    dialog.Dialog(question, explanation, parent)   .body, .add_choice(key, verb, kind, safe=True);
                  dialog.confirm(dialog) returns the key
    toast.Toast(over).show_done("3 moves", undo=callable); toast.announce(widget, sentence)
    progress_card.ProgressCard("Reading the file")   start, show_percent, show_detail, finish,
                  cancelled, kept

Filling in:
    field.Field("Parent phone", editor, optional=True).set_problem("Add 2 digits") / .set_warning
    field.FormProblems({"phone": field}).show(error.fields) / .clear()
    QLineEdit is styled as it is; choice.ComboBox("When"), choice.CheckBox, choice.RadioButton
    text_area.TextArea("What we did", lines=2, most_lines=12)   grows, plain text
    password_edit.PasswordEdit("Password")   show/hide, Caps Lock hint; pin_edit.PinEdit("PIN")
    date_edit.DateEdit("Start", today, lean=Lean.PAST)   typed or picked; value, set_value, changed
    time_edit.TimeEdit("Time", time(10))   typed or stepped; value, set_value, changed
    month_view.MonthView(today)   one month, keys
    stepper.Stepper("Score", (0, 4), 3, suffix="of 4", small=True)
    segmented.SegmentedControl("Help given", small=True, check=True)   add, choose, chosen, changed
    chip.ChipGroup("Who is here", one=True)   add, choose, chosen, changed; chip.Chip alone
    shortcut.bind(page, "Ctrl+D", slot)   FINISH for Ctrl Enter
    key_hints.KeyHints(((("J", "K"), "move"),)), key_hints.paint_key_cap(painter, end, keys)
    search_box.SearchBox("Find a child", "Type to find", keys="/")

Holding:
    facts_grid.FactsGrid([("Phone", "555-0142")])   names left, words right, nothing cut
    card.Card("Family", icon="users", action="Open")   .add(widget), .body, .head, .action_button
    scrolling.scroller(widget)   frameless scroll area
    tabs.Tabs("Saved views")   add(text, count, icon), set_count
    table.TableView("Children") in table.TableFrame(view, footer)   opened, peeked, marked,
                  current_key, select_key, KEY_ROLE
    table_model.TableModel[Row](headings)   show_rows, row; override data
    row_delegate.RowDelegate   override paint_content; row_delegate.paint_text, painting.paint_box
    flow_layout.FlowLayout(parent, gap)   wraps
    leaving.take_away(widget, layout), leaving.empty(layout)   hidden now, deleted soon
    empty_state.EmptyState(icon, what, why, action="Add child"); skeleton.Skeleton("Loading", 3)

All of them at once: ``python -m ui.widgets.gallery [light|dark|system] [text size]``.
``QWidget.setProperty("ground", "window")`` (surface, sidebar, sunken) gives a page its ground.
"""
