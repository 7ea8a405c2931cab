"""The sounds the application plays, and the script that makes them."""
