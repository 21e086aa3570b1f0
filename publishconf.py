"""The published site's settings: those of `pelicanconf.py`, and where it stands."""

import os

from pelicanconf import *  # noqa: F403

# Where the site stands, without a slash at the end; the workflow says it.
SITEURL = os.environ.get("SITEURL", "")
REPOSITORY = os.environ.get("REPOSITORY", "")
FULL_TEXT = "licensed"
UNREVIEWED = False  # what nobody has reviewed is left out; what was published before stays, and says so
STRICT = True
