"""Scanners of slips and cards: keyboard wedge, serial port, camera."""
