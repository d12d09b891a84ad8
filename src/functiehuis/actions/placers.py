"""What places descriptions in a version of the book: made once per process, for making one takes seconds and using it takes milliseconds."""

from __future__ import annotations

import threading
from collections import OrderedDict

from functiehuis.classifying.proposals import Placer
from functiehuis.library.placing import placer_for
from functiehuis.model.house import KeptBook

_MOST = 8
_placers: OrderedDict[str, Placer] = OrderedDict()
_guard = threading.Lock()
_making: dict[str, threading.Lock] = {}


def placer_of(kept: KeptBook) -> Placer:
    """What places in this version, as its book is now. The last eight are kept; two threads never make the same one."""
    key = _key(kept)
    with _guard:
        found = _placers.get(key)
        if found is not None:
            _placers.move_to_end(key)
            return found
        lock = _making.setdefault(key, threading.Lock())
    with lock:
        with _guard:
            found = _placers.get(key)
        if found is None:
            found = placer_for(kept.book)
            with _guard:
                _placers[key] = found
                _making.pop(key, None)
                while len(_placers) > _MOST:
                    _placers.popitem(last=False)
    return found


def is_ready(kept: KeptBook) -> bool:
    """Whether placing in this version is quick now."""
    with _guard:
        return _key(kept) in _placers


def _key(kept: KeptBook) -> str:
    """Names a book for as long as it says the same: an adopted one by its fingerprint, a concept by its revision."""
    version = kept.version
    return version.fingerprint or f"{version.id}/{version.revision}"
