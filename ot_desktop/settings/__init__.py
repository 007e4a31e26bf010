"""The clinic itself: name, hours, rooms, closed days, therapists."""
