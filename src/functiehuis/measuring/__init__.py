"""How well do we read, check, compare and find? Measured on truth made by hand.

In: nothing but the product and, where it is at hand, what lies beside it (the real book, open cases, ESCO). Out: a Measurement, and what fell below the
limits. Refuses with UnreadableError a folder without the real book or cases of another form, with UnknownItemError an answer that a book does not have.
Nothing here changes a book, and no text of a case comes out.
"""

from functiehuis.measuring.limits import Fall, Watch, watch
from functiehuis.measuring.measurement import Measurement, RealScore, measure
from functiehuis.measuring.measurement_wire import measurement_to_wire
from functiehuis.measuring.places import Beside, find_beside, find_real_book

__all__ = ["Beside", "Fall", "Measurement", "RealScore", "Watch", "find_beside", "find_real_book", "measure", "measurement_to_wire", "watch"]
