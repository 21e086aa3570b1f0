"""From a finished build to what is published: all of it or nothing."""
