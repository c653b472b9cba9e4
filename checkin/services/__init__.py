"""The user's verbs: each method is one act in one transaction."""
