"""What a column of an export can stand for, and what people call it."""

from enum import StrEnum
from typing import TypeAlias


class Field(StrEnum):
    """A fact about a child that has its own place in the clinic's file."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    PREFERRED_NAME = "preferred_name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    PRONOUNS = "pronouns"
    STATUS = "status"
    THERAPIST = "therapist"
    RECORD_NUMBER = "record_number"
    CAREGIVER_1_NAME = "caregiver_1_name"
    CAREGIVER_1_GIVEN = "caregiver_1_given"
    CAREGIVER_1_FAMILY = "caregiver_1_family"
    CAREGIVER_1_RELATION = "caregiver_1_relation"
    CAREGIVER_1_PHONE = "caregiver_1_phone"
    CAREGIVER_1_EMAIL = "caregiver_1_email"
    CAREGIVER_2_NAME = "caregiver_2_name"
    CAREGIVER_2_GIVEN = "caregiver_2_given"
    CAREGIVER_2_FAMILY = "caregiver_2_family"
    CAREGIVER_2_RELATION = "caregiver_2_relation"
    CAREGIVER_2_PHONE = "caregiver_2_phone"
    CAREGIVER_2_EMAIL = "caregiver_2_email"
    ADDRESS = "address"
    CITY = "city"
    STATE = "state"
    ZIP_CODE = "zip_code"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    ALLERGIES = "allergies"
    PRECAUTIONS = "precautions"
    DIAGNOSIS_CODES = "diagnosis_codes"
    PAYER = "payer"
    AUTHORIZATION_NUMBER = "authorization_number"
    AUTHORIZATION_VISITS = "authorization_visits"
    AUTHORIZATION_USED = "authorization_used"
    AUTHORIZATION_START = "authorization_start"
    AUTHORIZATION_END = "authorization_end"
    AVAILABILITY = "availability"
    NOTES = "notes"


class Unmapped(StrEnum):
    """What happens to a column that is none of the fields."""

    KEEP_AS_NOTE = "keep_as_note"
    LEAVE_OUT = "leave_out"


ColumnUse: TypeAlias = Field | Unmapped

DATE_FIELDS = (Field.BIRTH_DATE, Field.AUTHORIZATION_START, Field.AUTHORIZATION_END)

# Several columns may hold these; what they say is put together.
SHARED_FIELDS = frozenset(
    {
        Field.CAREGIVER_1_PHONE, Field.CAREGIVER_2_PHONE, Field.ADDRESS, Field.ALLERGIES,
        Field.PRECAUTIONS, Field.DIAGNOSIS_CODES, Field.AVAILABILITY, Field.NOTES,
    }
)  # fmt: skip

FIELD_NAMES: dict[Field, str] = {
    **{field: field.value.replace("_", " ").capitalize() for field in Field},
    Field.GIVEN_NAME: "First name",
    Field.FAMILY_NAME: "Last name",
    Field.FULL_NAME: "Full name",
    Field.BIRTH_DATE: "Date of birth",
    Field.CAREGIVER_1_GIVEN: "Caregiver 1 first name",
    Field.CAREGIVER_1_FAMILY: "Caregiver 1 last name",
    Field.CAREGIVER_2_GIVEN: "Caregiver 2 first name",
    Field.CAREGIVER_2_FAMILY: "Caregiver 2 last name",
    Field.INTERPRETER: "Interpreter needed",
    Field.PAYER: "Payer (insurance)",
    Field.AUTHORIZATION_VISITS: "Authorized visits",
    Field.AUTHORIZATION_USED: "Authorized visits used",
    Field.AUTHORIZATION_START: "Authorization starts",
    Field.AUTHORIZATION_END: "Authorization ends",
}

CAREGIVER_FIELDS: dict[int, dict[str, Field]] = {
    number: {part: Field(f"caregiver_{number}_{part}") for part in
             ("name", "given", "family", "relation", "phone", "email")}
    for number in (1, 2)
}  # fmt: skip

# English and Spanish; written the way ``headings.words_of`` folds a heading.
SYNONYMS: dict[Field, str] = {
    Field.GIVEN_NAME: (
        "first name, given name, forename, fname, first, given, legal first name, nombre, "
        "nombres, primer nombre"
    ),
    Field.FAMILY_NAME: (
        "last name, family name, surname, lname, last, family, legal last name, apellido, apellidos"
    ),
    Field.FULL_NAME: (
        "name, full name, name last first, last name first name, last first, nombre completo, "
        "nombre y apellido, nombre y apellidos, child, client, patient, student, paciente, nino"
    ),
    Field.PREFERRED_NAME: (
        "preferred, preferred name, nickname, goes by, known as, called, aka, nombre preferido, "
        "apodo"
    ),
    Field.BIRTH_DATE: (
        "dob, date of birth, birth date, birthdate, birthday, born, born on, d o b, fecha de "
        "nacimiento, fecha nacimiento, nacimiento, fdn"
    ),
    Field.SEX: "sex, gender, sex at birth, sex assigned at birth, sexo, genero",
    Field.PRONOUNS: "pronouns, pronoun, pronombres",
    Field.STATUS: (
        "status, case status, current status, enrollment status, active, estado del caso, "
        "estatus, situacion"
    ),
    Field.THERAPIST: (
        "primary clinician, clinician, therapist, primary therapist, treating therapist, ot, "
        "provider, primary provider, rendering provider, assigned to, assigned therapist, case "
        "manager, terapeuta"
    ),
    Field.RECORD_NUMBER: (
        "id, number, record number, chart number, mrn, medical record number, file number, case "
        "number, code, account number, record id, chart id, external id, numero, numero de "
        "expediente, expediente"
    ),
    Field.ADDRESS: (
        "address, street, street address, address 1, address 2, address line 1, address line 2, "
        "home address, mailing address, apt, unit, direccion, domicilio, calle"
    ),
    Field.CITY: "city, town, ciudad",
    Field.STATE: "state, province, region, st, estado, provincia",
    Field.ZIP_CODE: "zip, zip code, zipcode, postal code, postcode, post code, codigo postal, cp",
    Field.LANGUAGE: (
        "language, primary language, home language, preferred language, language spoken, "
        "languages, idioma, lengua, idioma principal"
    ),
    Field.INTERPRETER: (
        "interpreter, interpreter needed, needs interpreter, interpreter required, translator, "
        "translator needed, interprete, necesita interprete"
    ),
    Field.ALLERGIES: "allergies, allergy, allergies and reactions, allergens, alergias, alergia",
    Field.PRECAUTIONS: (
        "precautions, precaution, safety, alerts, medical alerts, safety alerts, "
        "contraindications, medical precautions, precauciones, alertas, contraindicaciones"
    ),
    Field.DIAGNOSIS_CODES: (
        "dx, diagnosis, diagnoses, diagnosis code, diagnosis codes, dx code, dx codes, icd, icd "
        "10, icd10, icd 10 code, icd 10 codes, icd codes, diagnostico, diagnosticos"
    ),
    Field.PAYER: (
        "payer, payor, insurance, insurance name, insurance company, primary insurance, primary "
        "payer, plan, funding, funding source, seguro, aseguradora"
    ),
    Field.AUTHORIZATION_NUMBER: (
        "auth number, authorization number, auth, authorization, auth id, auth no, "
        "authorization no, prior auth number, prior authorization number, pa number, referral "
        "number, numero de autorizacion, autorizacion"
    ),
    Field.AUTHORIZATION_VISITS: (
        "auth visits, authorized visits, visits authorized, approved visits, visits approved, "
        "auth units, authorized units, units authorized, visits, total visits, visitas "
        "autorizadas, visitas"
    ),
    Field.AUTHORIZATION_USED: (
        "auth used, visits used, used visits, used, authorized visits used, units used, visits "
        "completed, visitas usadas"
    ),
    Field.AUTHORIZATION_START: (
        "auth start, authorization start, auth start date, authorization start date, auth from, "
        "auth effective date, auth begins, inicio de autorizacion, inicio autorizacion"
    ),
    Field.AUTHORIZATION_END: (
        "auth end, authorization end, auth end date, authorization end date, auth to, auth "
        "through, auth expires, auth expiration, authorization expires, authorization "
        "expiration, auth exp, fin de autorizacion, vencimiento de autorizacion"
    ),
    Field.AVAILABILITY: (
        "availability, available, available times, preferred times, schedule preference, "
        "scheduling preferences, scheduling notes, disponibilidad, horario preferido, horario"
    ),
    Field.NOTES: (
        "notes, note, comments, comment, remarks, additional notes, other, general notes, memo, "
        "notas, comentarios, observaciones"
    ),
}
