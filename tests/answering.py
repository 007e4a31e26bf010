"""Somebody who answers at once what the program asks in a dialog."""

from pathlib import Path


class Answering:
    """Stands in for ``ui.asking.Asker``; unanswered questions are backed out of."""

    def __init__(self, window=None, **answers):
        self.window = window
        self.answers = answers
        self.asked: list[str] = []

    def _answer(self, kind, question):
        self.asked.append(question)
        return self.answers.get(kind)

    def ask_text(self, question, name, verb, suggestion=""):
        return self._answer("text", question)

    def confirm_password(self, question, verb, check):
        typed = self._answer("password", question)
        return None if typed is None else check(typed)

    def confirm(self, question, explanation, verb, *, danger=False):
        return bool(self._answer("confirm", question))

    def file_to_open(self, question, kinds):
        return self._path("open", question)

    def file_to_save(self, question, suggestion, kinds):
        return self._path("save", question)

    def folder(self, question):
        return self._path("folder", question)

    def _path(self, kind, question):
        answer = self._answer(kind, question)
        return Path(answer) if answer is not None else None
