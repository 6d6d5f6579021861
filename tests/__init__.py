"""Every test: tight ones on domains, broad ones on pages and jobs.

No garbage is looked for while they are collected; conftest.py lets it be looked for again.
"""

import gc

gc.disable()
