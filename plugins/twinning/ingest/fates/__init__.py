"""What became of a link: the words that say so, who says them, and what speaks against it."""
