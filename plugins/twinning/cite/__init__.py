"""The newspaper article as reference managers, machines and people cite it.

What is cited is the newspaper's article as seen here: its own title, author, date and newspaper, with this archive as
the place where it was consulted (`citing.md` §1.5). Pure functions from a record to text.
"""
