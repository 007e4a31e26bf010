"""What stands around the screens: sidebar, status bar, command palette, list of shortcuts."""
