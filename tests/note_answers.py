"""Somebody at the keyboard who is asked for a password."""

from ot_desktop.errors import ClinicError
from ui.asking import Asker


class Answers(Asker):
    """Gives these passwords, one after another, then backs out; keeps what was asked and said."""

    def __init__(self, *passwords):
        self.passwords = list(passwords)
        self.asked = []
        self.goes_on = True

    def confirm_password(self, question, verb, check):
        self.asked.append(question)
        while self.passwords:
            try:
                return check(self.passwords.pop(0))
            except ClinicError as refused:
                self.asked.append(str(refused))
        return None

    def confirm(self, question, explanation, verb, *, danger=False):
        self.asked.append(question)
        return self.goes_on
