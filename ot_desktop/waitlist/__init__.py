"""Who waits for a visit or a place, and whom an opened time would fit."""
