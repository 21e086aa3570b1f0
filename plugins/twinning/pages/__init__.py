"""From the Archive to pages: the reader and generators that Pelican runs, and what each template is given."""
