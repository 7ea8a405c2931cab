"""Papers that a visit hands over as files: the camera, the sticks, and looking at what was made."""
