"""Whose words a sentence is, who says what, and which side that takes."""
