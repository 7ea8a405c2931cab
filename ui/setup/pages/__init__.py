"""The pages of the set-up, one thing each."""
