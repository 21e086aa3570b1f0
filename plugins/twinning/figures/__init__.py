"""What shows the whole at once, drawn at build time: timelines, the matrix, the map, outcomes by year.

Pure functions from what they draw to SVG or HTML as text. Nothing here runs, and nothing is told by colour or place
alone: every figure stands beside the list or table of the same facts. Positions are percentages and heights are in rem,
so that a figure fits a phone and grows with the reader's letters; colours are classes, so that the style sheet gives
them both schemes.
"""
