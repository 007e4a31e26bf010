"""A clinic of invented people, made from a seed: a summer behind it and one ahead.

``story`` the texts and the dice, ``people`` children and families, ``goals`` what they work toward,
``diary`` who is free when, ``visits`` when everybody comes, ``approvals`` what payers pay for,
``writing`` what a note says, ``records`` notes in the file, ``papers`` home programs, ``clinic``
puts all of it together.
"""
