"""The set-up pages of the office lead: first run, and the same pages again later."""
