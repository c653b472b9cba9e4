"""The command line held against its contract, ../shared/CLI.md."""
