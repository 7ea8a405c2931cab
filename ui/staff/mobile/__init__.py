"""The parts of the mobile service: the list, planned trips and their rows."""
