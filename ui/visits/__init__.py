"""Parts about visits that several pages open: papers of a day, a therapist away, a room closed."""
