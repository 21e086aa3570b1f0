"""Councils and places abroad: the books of them, and how sentences name them."""
