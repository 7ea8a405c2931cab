"""The staff console's screens, one page to a module."""
