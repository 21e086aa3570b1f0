"""The archive as data, for `/data/`: tables as CSV and JSON, one SQLite database, and what describes them."""
