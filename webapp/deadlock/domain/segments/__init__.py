"""Column files of many matches: what their rows are, how they are packed and put together.

Rows in, Parquet bytes out; polars is imported where it is used, for workers fork.
"""
