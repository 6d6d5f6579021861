"""The document as pages people read: every operation, and one with its types and an example.

Draws only what the document says; knows nothing the document does not.
"""
