"""Everything that knows SQL: engine, journal, projections, queries, migrations."""
