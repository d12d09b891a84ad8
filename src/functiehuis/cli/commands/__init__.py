"""One module per command; ``COMMANDS`` lists them in the order of the help page."""

from functiehuis.cli.commands.aanvulling import aanvulling
from functiehuis.cli.commands.controleer import controleer
from functiehuis.cli.commands.lees import lees
from functiehuis.cli.commands.meet import meet
from functiehuis.cli.commands.negeer import negeer
from functiehuis.cli.commands.publiceer import publiceer
from functiehuis.cli.commands.vergelijk import vergelijk
from functiehuis.cli.commands.zoek import zoek

COMMANDS = (lees, controleer, negeer, vergelijk, zoek, publiceer, meet, aanvulling)

__all__ = ["COMMANDS"]
