"""Voices: recordings, the system's own and espeak-ng behind the one port `Speaker`."""
