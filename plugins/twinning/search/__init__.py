"""The search index: what is published, as files that a browser asks for piece by piece."""
