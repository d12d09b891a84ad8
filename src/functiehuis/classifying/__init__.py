"""LINE 2: giving a local function its normfunctie (indelen)."""
