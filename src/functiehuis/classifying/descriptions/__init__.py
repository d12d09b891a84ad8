"""First step of placing: a description of work -> a FunctionDescription, split into statements that count and statements that are set aside.

In: a text, or a document, with a title. Out: a FunctionDescription. Refuses nothing: a text that says too little about work is marked ``unfit``, with the
reason.
"""

from functiehuis.classifying.descriptions.describe import Describer
from functiehuis.classifying.descriptions.documents import text_of_document, title_in

__all__ = ["Describer", "text_of_document", "title_in"]
