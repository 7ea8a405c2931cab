"""What several set-up pages are made of."""
