"""Templates filled in, with what all of them share put together once."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template


class Rendering:
    """Fills in the theme's templates for one build."""

    def __init__(self, environment: Environment, **shared: Any) -> None:
        """Begin with the theme, and with what every template is given."""
        self._environment = environment
        self._templates: dict[str, Template] = {}
        # Jinja gathers its globals anew for every page, which took as long as a third of the page itself.
        self._shared = {**environment.globals, **shared}

    def render(self, name: str, **values: Any) -> str:
        """Give a template's text, by its name without ending."""
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(f"{name}.html")
        context = template.new_context({**self._shared, **values}, shared=True)
        return "".join(template.root_render_func(context))
