"""Device adapters that need Qt but no widgets."""
