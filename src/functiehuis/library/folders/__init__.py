"""A book as a folder of YAML, made to be read and diffed by people, or as one JSON file in the wire form.

In: a FunctionBook and a path, or a path. Out: files, or a FunctionBook. ``read_book(write_book(book))`` is the same book, provenance included.
Refuses to overwrite without being told (WriteError), and folders or files of another form (InvalidBookError, naming file and place).
Writing is atomic: the new folder or file is complete before it takes the name.
"""

from functiehuis.library.folders.reading import book_from_json, is_book, read_book
from functiehuis.library.folders.writing import fresh_file, refuse_existing, write_book, write_dismissals, write_file

__all__ = ["book_from_json", "fresh_file", "is_book", "read_book", "refuse_existing", "write_book", "write_dismissals", "write_file"]
