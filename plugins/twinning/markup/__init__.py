"""Markdown under an allow-list: read with every place known, refused where it would run, load or lead away.

Read by pyromark (pulldown-cmark, Rust), not by Python-Markdown, for three reasons, all measured on CPython 3.11:

- time: 20 kB of `[`, `![` or `[[]` took Python-Markdown more than 12 seconds (then it was stopped), of `[a](` 7.2 and
  of `<a ` 4.1; markdown-it-py took 0.3 and mistune 0.1 at most, pyromark 0.002. Its time grows with the text's length:
  256 kB of the worst of 3,500 repeated patterns took 0.2 seconds. So no clock is needed, only a cap on size;
- depth: 500 nested lists end Python-Markdown in a RecursionError; here they are counted;
- places: it gives the range of every part in the text, the others at most its line. A check can then point at what it
  refuses, and there is one reading of a text, not a check's and a writer's which may differ.

The HTML is written by us from the parser's events: no element can be in it that `reading` does not write, and raw HTML
only from a short list, written anew. `sanitiser` holds the result against an HTML parser's view of it.
"""
