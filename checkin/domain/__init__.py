"""Plain values and decisions of the registration desk; standard library only."""
