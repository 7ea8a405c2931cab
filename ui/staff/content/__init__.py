"""The parts of the lead's pages on content: facts, their form and history, the kiosk's preview."""
