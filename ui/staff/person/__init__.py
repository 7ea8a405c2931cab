"""The parts of the page on which a person is found."""
