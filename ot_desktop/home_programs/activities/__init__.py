"""Editing the activity library: own activities, changed copies, drafts, import and export."""
