"""Design tokens in millimetres: panel metrics, palettes, fonts, icons and the theme over them."""
