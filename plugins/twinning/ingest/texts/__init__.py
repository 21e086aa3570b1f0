"""A raw file becomes an article: its text mended, its paragraphs told apart by kind, its sentences parted."""
