"""Systems of function valuation, each a YAML file.

In: nothing (the bundled systems) or the path of a YAML file of the same form. Out: BookSystem. Refuses a file of another form with InvalidBookError.
"""

from functiehuis.library.systems.loader import bundled_systems, load_system

__all__ = ["bundled_systems", "load_system"]
