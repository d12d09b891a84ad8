"""One folder per file format, each with its reader and, where we write that format, its writer. Formats do not know each other."""
