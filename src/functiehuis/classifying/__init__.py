"""The second production line: giving a local function its normfunctie (indelen)."""
