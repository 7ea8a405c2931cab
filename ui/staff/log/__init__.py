"""The parts of the lead's assistance log."""
