"""Drives the real windows through the main job by synthetic touch and keys, and keeps pictures."""
