"""All the ways in which the text of a book is changed."""

from __future__ import annotations

import changed_lines
import changed_parts
from perturbation import ALL, Perturbation

__all__ = ["ALL", "Perturbation", "changed_lines", "changed_parts"]
