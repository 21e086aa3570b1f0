"""A raw newspaper text becomes a proposed record: what it reports of which partnership, each value with its words."""
