"""Dates as newspapers write them, and when an article was published."""
