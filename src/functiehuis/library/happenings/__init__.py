"""What happened, as a Dutch sentence.

In: an event of the trail. Out: what follows the name of who did it, as in "stelde versie 2 vast". Refuses nothing: an event of a later version of the product
is told by its name.
"""

from functiehuis.library.happenings.sentences import names, sentence, thing

__all__ = ["names", "sentence", "thing"]
