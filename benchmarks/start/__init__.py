"""How long until FitWell can be used, beside an empty window and beside other programs."""
