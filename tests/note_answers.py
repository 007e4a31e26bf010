"""Somebody at the keyboard who is asked for a password."""

from ui.asking import Asker


class Answers(Asker):
    """Gives these passwords, one after another, then backs out; keeps what was asked."""

    def __init__(self, *passwords):
        self.passwords = list(passwords)
        self.asked = []

    def ask_password(self, question, verb):
        self.asked.append(question)
        return self.passwords.pop(0) if self.passwords else None
