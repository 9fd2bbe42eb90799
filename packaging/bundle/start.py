"""Where a bundle starts."""

import sys

from reader.__main__ import main

sys.exit(main())
