"""The steps of bringing in a list: file, columns, what changes, done. Plain values in, signals out."""
