"""The browser itself: everything below here needs QtWebEngine and is imported late."""
