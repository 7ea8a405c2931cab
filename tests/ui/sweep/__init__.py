"""The sweep: shows every screen in every state and measures what a person would see and touch.

`configurations` says on which panels and with what text; the `stage_*` modules put one state after
another on a real window; `view` measures it; each `check_*` module holds one rule. Run it by hand
with `python -m tests.ui.sweep citizen small-largest-contrast-100-stretched`.
"""
