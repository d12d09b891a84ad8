"""A function of a book -> the text that a description is compared with: what it is called, its group, its kenmerken and its tasks."""

from __future__ import annotations

from functiehuis.model.book import FunctionBook
from functiehuis.model.function import StandardFunction


def text_of_function(book: FunctionBook, function: StandardFunction) -> str:
    """All that the book says of a function, one statement a line."""
    group = book.group_named(function.group)
    lines = [group.name if group else "", group.definition.text if group and group.definition else ""]
    lines += [item.text for item in function.characteristics]
    lines += [line for area in function.result_areas for line in (area.name, *(task.text for task in area.tasks))]
    return "\n".join(f"- {line}" for line in lines if line)
