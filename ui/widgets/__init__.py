"""Touch widgets sized in millimetres; each takes the theme first and knows nothing of screens."""
