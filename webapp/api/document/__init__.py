"""The OpenAPI 3.1 document, made from the operations and the pages' dataclasses.

Nothing in it is written twice: types, addresses and limits are read where they are law.
"""
