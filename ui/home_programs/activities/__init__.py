"""The activity library on screen: find, read, write, approve, hand on and take in."""
