"""A book in hand: its texts by address, what a finding proposes to change, forms of light Markdown, and the lines of the source with what became of them.

In: a book in wire form or a standard function, and what a person typed. Out: the same with a change, or what to show. Refuses with RefusedError what cannot
be kept, naming the field, and with UnknownItemError an address that the book does not have.
"""

from functiehuis.authoring.editing.cleaning import cleaned, cleaned_wire
from functiehuis.authoring.editing.contents import followed, made_contents
from functiehuis.authoring.editing.frame_form import FrameForm, book_of, frame_form, frame_seen, rows_in
from functiehuis.authoring.editing.function_form import FunctionForm, areas_in, form_of, function_of
from functiehuis.authoring.editing.remedies import Edit, Remedy, applied, remedies, spots_of
from functiehuis.authoring.editing.source_lines import SourceRow, rows_of, source_lines
from functiehuis.authoring.editing.spots import Spot, put_spot, spots, value_of
from functiehuis.authoring.editing.text_lines import lines_of, text_of, texts_of

__all__ = [
    "Edit",
    "FrameForm",
    "FunctionForm",
    "Remedy",
    "SourceRow",
    "Spot",
    "applied",
    "areas_in",
    "book_of",
    "cleaned",
    "cleaned_wire",
    "followed",
    "form_of",
    "frame_form",
    "frame_seen",
    "function_of",
    "lines_of",
    "made_contents",
    "put_spot",
    "remedies",
    "rows_in",
    "rows_of",
    "source_lines",
    "spots",
    "spots_of",
    "text_of",
    "texts_of",
    "value_of",
]
