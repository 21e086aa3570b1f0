"""The site's settings, for Pelican; `publishconf.py` adds what only the published site has."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

_ROOT = Path(__file__).resolve().parent
# A plugin's folder is not on Pelican's path while the settings are read.
sys.path.insert(0, str(_ROOT / "plugins"))

SITENAME = "Twinning Archive"
TAGLINE = (
    "What became of councils’ partnerships abroad, as newspapers reported it: "
    "every stated fact with the words that prove it."
)
SITEURL = "http://127.0.0.1:8000"
REPOSITORY = ""

# What is shown of the newspapers' texts: "licensed", or "always" for an owner who holds permission for all.
FULL_TEXT = "licensed"
SOURCES = str(_ROOT / "sources")
# Whether records that nobody has reviewed are shown, marked as machine-read.
UNREVIEWED = True
# Whether warnings forbid a build, too.
STRICT = False

PATH = str(_ROOT / "content")
OUTPUT_PATH = str(_ROOT / "output")
THEME = str(_ROOT / "theme")
PLUGIN_PATHS = [str(_ROOT / "plugins")]
PLUGINS = ["twinning"]

# Autoescape is off in Pelican; a headline is text, whatever it holds. A misspelt name is a fault, not a gap.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
    "extensions": [],
    "auto_reload": False,  # a template does not change during a build; asking cost a look at the disk for every page
}

ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
READERS = dict.fromkeys(("html", "htm", "rst", "markdown", "mkd", "mdown"))  # prose is Markdown, in files `.md`
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DRAFT_PAGE_SAVE_AS = DRAFT_SAVE_AS = ""  # a draft stays unpublished
THEME_STATIC_PATHS: list[str] = []  # the theme's own files are written by plugins/twinning/pages, smaller

# Links of prose, like all others, lead from page to page, so that the site works from any address and from a folder.
RELATIVE_URLS = True

TIMEZONE = "UTC"
DEFAULT_LANG = "en-GB"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
LOAD_CONTENT_CACHE = False
FILENAME_METADATA = PATH_METADATA = ""  # a file's name says nothing but the record's id

# Pelican's own lists are left out: their cost grows with the square of the archive. Ours are in plugins/twinning/pages.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
