"""Goals and progress of a child: writing goals, scoring them, charts, what the family rates."""
