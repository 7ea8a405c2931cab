"""The live page beside the guide.

What is here knows no browser: models, wishes, the pane and its rules. Everything that touches
QtWebEngine lies in `ui.portal.web`, which `ui.portal.engine` reads from disk when the first page is
opened and not before: the program starts, and runs with pictures, without it.
"""
