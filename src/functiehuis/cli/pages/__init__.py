"""What the commands print for people. In: model objects and a console. Out: lines that fit 80 columns; nothing is told by colour alone."""

from functiehuis.cli.pages.book import print_book
from functiehuis.cli.pages.changes import print_changes
from functiehuis.cli.pages.findings import print_findings
from functiehuis.cli.pages.levels import print_levels
from functiehuis.cli.pages.placement import placement_line, print_placement

__all__ = ["placement_line", "print_book", "print_changes", "print_findings", "print_levels", "print_placement"]
