"""Which council has a link with which place: the signs for and against it, weighed."""
