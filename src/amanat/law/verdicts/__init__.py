"""What the register answers to a statement: one module per kind of statement."""
