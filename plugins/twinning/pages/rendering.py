"""Templates filled in, with what all of them share put together once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context


class Rendering:
    """Fills in the theme's templates for one build."""

    def __init__(self, environment: Environment, **shared: Any) -> None:
        """Begin with the theme, and with what every template is given."""
        self._environment = environment
        self._templates: dict[str, Template] = {}
        # Jinja gathers its globals anew for every page, which took as long as a third of the page itself.
        macros = environment.get_template("macros.html").module
        self._shared = {**environment.globals, **shared, "m": macros}

    def render(self, name: str, **values: Any) -> str:
        """Give a template's text, by its name without ending."""
        template = self.template(name)
        return "".join(template.root_render_func(self.context(template, values)))

    def template(self, name: str) -> Template:
        """Give a template, by its name without ending."""
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(f"{name}.html")
        return found

    def context(self, template: Template, values: Mapping[str, Any]) -> Context:
        """Give what a template is filled in from: its values, and what all are given."""
        return template.new_context({**self._shared, **values}, shared=True)
