import pytest

from functiehuis.measuring import find_real_book
from functiehuis.measuring.items import Share
from functiehuis.measuring.reading import read_real
from functiehuis.measuring.truth import real_facts


def test_the_real_book_is_read_whole_in_every_format() -> None:
    folder = find_real_book(None)
    if folder is None:
        pytest.skip("the real book is not in ../shared/functieboek: it may not be in the repository")
    readings = read_real([folder / name for name in ("bghu.txt", "bghu.docx", "bghu.pdf")], real_facts())
    assert [reading.facts.total for reading in readings] == [Share(170, 170, 0)] * 3
    assert readings[0].against_text is None
    for reading in readings[1:]:
        assert reading.against_text is not None
        assert reading.against_text.total.exact == reading.against_text.total.expected > 500
        assert reading.against_text.leftovers == 0
