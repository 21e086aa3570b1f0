"""What the tasks of `tasks.py` do: each a module with `run`, which gives the exit status (DESIGN §7)."""
