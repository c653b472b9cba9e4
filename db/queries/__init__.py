"""Reading the database: plain functions from a connection to values of the domain."""
