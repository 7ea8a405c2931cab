"""The citizen's screens, one page to a module."""
