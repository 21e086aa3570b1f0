"""The archive for machines: feeds, sitemap, data and annotations. Pure functions from records to text."""
