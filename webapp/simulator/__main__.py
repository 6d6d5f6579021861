"""python -m webapp.simulator: the stand-in on its own."""

import sys

from webapp.simulator.server import main

sys.exit(main())
