"""Each figure of DESIGN §12 beside its floor in the same run."""
