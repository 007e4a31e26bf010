"""Screens of the schedule: booking an intensive as a series."""
