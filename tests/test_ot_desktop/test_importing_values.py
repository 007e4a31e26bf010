"""Short values: phones, yes and no, words, names, alerts, custody sentences, hidden characters."""

import pytest

from ot_desktop.importing.alert_lists import read_allergies, read_precautions
from ot_desktop.importing.cell_text import clean, looks_like_formula, one_line
from ot_desktop.importing.custody import custody_sentences
from ot_desktop.importing.domain import ImportedAlert, Relation, ReviewState, Sex, Status
from ot_desktop.importing.names import fold, is_alike, split_full_name, split_therapist
from ot_desktop.importing.values import (
    read_count,
    read_phones,
    read_relation,
    read_sex,
    read_status,
    read_yes_no,
    relation_in_heading,
    split_codes,
)


@pytest.mark.parametrize(
    ("text", "digits", "extension"),
    [
        ("(712) 555-0197", "7125550197", ""),
        ("4025550123", "4025550123", ""),
        ("712.555.0125 x2", "7125550125", "2"),
        ("712-555-0125 ext. 14", "7125550125", "14"),
        ("+1 402 555 0155", "4025550155", ""),
    ],
)
def test_phones_are_kept_as_typed_with_their_digits(text, digits, extension):
    (phone,) = read_phones(text)
    assert (phone.typed, phone.digits, phone.extension) == (text, digits, extension)


@pytest.mark.parametrize("text", ["", "none", "None", "n/a", "-", "no phone"])
def test_words_for_no_phone_give_none(text):
    assert read_phones(text) == ()


def test_two_phones_in_one_cell_are_two():
    assert [p.digits for p in read_phones("402-555-0101 / 402-555-0102")] == [
        "4025550101",
        "4025550102",
    ]


def test_a_note_beside_a_phone_stays():
    assert read_phones("402-555-0101 (work, mornings)")[0].typed == "402-555-0101 (work, mornings)"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", True),
        ("Y", True),
        ("Sí", True),
        ("no", False),
        ("N", False),
        ("", None),
        ("maybe", None),
    ],
)
def test_a_blank_answer_is_unknown_and_never_no(text, answer):
    assert read_yes_no(text) is answer


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Active", Status.ACTIVE),
        ("ACTIVE ", Status.ACTIVE),
        ("Waiting list", Status.WAITING),
        ("Waitlist", Status.WAITING),
        ("wait-list", Status.WAITING),
        ("On hold", Status.ON_HOLD),
        ("Discharged", Status.DISCHARGED),
        ("Purple", None),
    ],
)
def test_status_words(text, status):
    assert read_status(text) is status


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Female", Sex.FEMALE),
        ("F", Sex.FEMALE),
        ("male", Sex.MALE),
        ("X", Sex.X),
        ("", Sex.UNKNOWN),
        ("blue", None),
    ],
)
def test_sex_words(text, sex):
    assert read_sex(text) is sex


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Mom", Relation.MOTHER),
        ("Mamá", Relation.MOTHER),
        ("foster parent", Relation.FOSTER_PARENT),
        ("step-dad", Relation.STEPFATHER),
        ("godmother", Relation.OTHER),
        ("", Relation.UNKNOWN),
    ],
)
def test_relations_are_put_in_one_word(text, relation):
    assert read_relation(text) is relation


@pytest.mark.parametrize(
    ("heading", "word"), [("Mother's name", "mother"), ("Dad", "dad"), ("Parent/Guardian 1", "")]
)
def test_a_heading_may_name_the_relation(heading, word):
    assert relation_in_heading(heading) == word


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("36", 36),
        ("36.0", 36),
        ("0", 0),
        ("twenty", None),
        ("-3", None),
        ("1e3", None),
        ("٣", None),
        ("²", None),
    ],
)
def test_counts_are_digits(text, count):
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("R62.50; F88", ("R62.50", "F88")),
        ("F84.0, F84.0", ("F84.0",)),
        ("F82 R27.8", ("F82", "R27.8")),
        ("", ()),
    ],
)
def test_diagnosis_codes_are_split(text, codes):
    assert split_codes(text) == codes


@pytest.mark.parametrize(
    ("text", "name", "credentials"),
    [
        ("Okafor, Amara OTR/L", "Amara Okafor", "OTR/L"),
        ("Zhao, Mei-Lin OTD, OTR/L", "Mei-Lin Zhao", "OTD, OTR/L"),
        ("Amara Okafor, MS, OTR/L", "Amara Okafor", "MS, OTR/L"),
        ("Amara Okafor", "Amara Okafor", ""),
        ("OT", "OT", ""),
    ],
)
def test_therapists_are_split_from_their_credentials(text, name, credentials):
    therapist = split_therapist(text)
    assert (therapist.name, therapist.credentials, therapist.typed) == (name, credentials, text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("van der Berg, Hana", ("Hana", "van der Berg")),
        ("Hana van der Berg", ("Hana", "van der Berg")),
        ("Ana Maria Lopez", ("Ana Maria", "Lopez")),
        ("Cher", ("Cher", "")),
    ],
)
def test_full_names_are_split(text, parts):
    assert split_full_name(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CAMILLE ", "Camille"),
        ("Łukasz", "lukasz"),
        ("O'Connor", "OConnor"),
        ("Zoë", "Zoe"),
        ("Nguyễn", "Nguyen"),
    ],
)
def test_names_are_compared_without_case_and_accents(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("陈", "程"), ("الحداد", "النجار"), ("कि", "कु")])
def test_other_scripts_stay_different(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("catherine", "kathryn"), ("sean", "shaun"), ("mohamed", "muhammad")]
)
def test_names_that_sound_alike(one, other):
    assert is_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("hana", "noa"), ("mia", "leo"), ("samuel", "daniel")])
def test_names_that_do_not_sound_alike(one, other):
    assert not is_alike(one, other)


@pytest.mark.parametrize(
    "text", ["none", "NKA", "None known", "No known allergies", "nkda", "Ninguna"]
)
def test_words_for_none_are_none_known(text):
    assert read_allergies(text).state is ReviewState.NONE_KNOWN


@pytest.mark.parametrize("text", ["", "?", "n/a", "unknown"])
def test_blank_alerts_were_not_asked(text):
    assert read_allergies(text).state is ReviewState.NOT_ASKED


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        ("Milk; egg", [("Milk", ""), ("egg", "")]),
        ("peanut, latex", [("peanut", ""), ("latex", "")]),
        ("milk/egg", [("milk", ""), ("egg", "")]),
        ("Bee sting - EpiPen in blue bag", [("Bee sting", "EpiPen in blue bag")]),
        ("Bee sting - EpiPen, in blue bag", [("Bee sting", "EpiPen, in blue bag")]),
        ("Peanut (EpiPen)", [("Peanut", "EpiPen")]),
        ("Peanut (EpiPen, inhaler), egg", [("Peanut", "EpiPen, inhaler"), ("egg", "")]),
        ("Tree nuts\nLatex: gloves too", [("Tree nuts", ""), ("Latex", "gloves too")]),
        ("Food coloring w/o dye", [("Food coloring w/o dye", "")]),
    ],
)
def test_allergies_are_split_with_their_details(text, alerts):
    found = read_allergies(text)
    assert (found.state, found.alerts) == (
        ReviewState.LISTED,
        tuple(ImportedAlert(*a) for a in alerts),
    )


@pytest.mark.parametrize(
    ("text", "alerts"),
    [
        ("VP shunt; no inversion", [("VP shunt; no inversion", "")]),
        ("Seizures - plan on file", [("Seizures", "plan on file")]),
        ("Swings: feet on floor first", [("Swings", "feet on floor first")]),
        ("1. G-tube\n2. Elopement risk", [("G-tube", ""), ("Elopement risk", "")]),
    ],
)
def test_a_precaution_is_kept_whole_unless_it_is_a_list(text, alerts):
    assert read_precautions(text).alerts == tuple(ImportedAlert(*a) for a in alerts)


@pytest.mark.parametrize(
    "text",
    [
        "Father NOT to collect or receive documents (order 12 Mar 2026)",
        "Only grandma may pick up",
        "Mom has sole custody",
        "Restraining order against uncle",
        "Dad can't pick him up",
        "El padre no puede recoger a la niña",
    ],
)
def test_custody_sentences_are_noticed(text):
    assert custody_sentences(f"Likes trains. {text}") == (text,)


@pytest.mark.parametrize(
    "text",
    [
        'Mom prefers text.\nGrandma picks up Tue.\n"No photos"',
        "lives 3 h away",
        "T Th 1-4; not June 21-25",
        "",
    ],
)
def test_ordinary_notes_are_no_custody_rules(text):
    assert custody_sentences(text) == ()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Iris\xa0", "Iris"),
        ("\u202etxet\u202c tab\there", "txet tab\there"),
        ("Jo\u200bhn\ufeff", "John"),
        ("a\x00b\x07", "ab"),
        ("one\r\ntwo", "one\ntwo"),
        ("مریم\u200cخانم", "مریم\u200cخانم"),
        ("陈 美玲", "陈 美玲"),
        ("<b>bold</b> {{7*7}} %s", "<b>bold</b> {{7*7}} %s"),
    ],
)
def test_hidden_characters_go_and_everything_else_stays(text, cleaned):
    assert clean(text) == cleaned


def test_one_line_joins_what_was_broken():
    assert one_line("12 Elm\n  Street") == "12 Elm Street"


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://example.org")', "@SUM(A1)", "+cmd|' /C calc'!A0", " =1+1"]
)
def test_formulas_are_recognized(text):
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["+1 402 555 0155", "-", "- likes trains", "—", "2 + 2", "-3"])
def test_phones_and_dashes_are_no_formulas(text):
    assert not looks_like_formula(text)
