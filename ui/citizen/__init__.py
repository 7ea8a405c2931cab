"""The citizen's window: one thing per page, help always at the same spot."""
