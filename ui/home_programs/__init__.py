"""The home program builder and the list of what families were given."""
