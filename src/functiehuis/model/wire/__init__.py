"""The one serialisation of books, findings and placements: plain dictionaries with Dutch keys and a schema version.

In: model objects; out: dictionaries of strings, numbers and lists, and back. Refuses data of another form with InvalidBookError, which names the place.
Absent optional keys and empty lists may be left out. The published form is ``library/schemas/functieboek-1.json``.
"""

from functiehuis.model.wire.decode import book_from_wire, function_from_wire, module_from_wire
from functiehuis.model.wire.encode import SCHEMA, Wire, book_to_wire, finding_to_wire, function_to_wire, module_to_wire, text_to_wire
from functiehuis.model.wire.placement import placement_to_wire

__all__ = [
    "SCHEMA",
    "Wire",
    "book_from_wire",
    "book_to_wire",
    "finding_to_wire",
    "function_from_wire",
    "function_to_wire",
    "module_from_wire",
    "module_to_wire",
    "placement_to_wire",
    "text_to_wire",
]
