"""The on-screen keyboard: our own panel, which never takes the focus from what is typed into."""
