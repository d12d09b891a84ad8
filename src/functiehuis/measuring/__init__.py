"""How well do we read, check and compare? Measured on truth made by hand.

In: nothing but the product and, where it is at hand, the folder with the real book. Out: a Measurement, and what fell below the limits.
Refuses with UnreadableError a folder without the real book. Nothing here changes a book.
"""

from functiehuis.measuring.limits import Fall, Watch, watch
from functiehuis.measuring.measurement import Measurement, RealScore, find_real_book, measure
from functiehuis.measuring.measurement_wire import measurement_to_wire

__all__ = ["Fall", "Measurement", "RealScore", "Watch", "find_real_book", "measure", "measurement_to_wire", "watch"]
