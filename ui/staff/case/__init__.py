"""The parts of one case of the mobile-service list."""
