"""Loading the application: nothing that it makes is garbage, so nothing is looked for meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Import and set up without the collector, which would walk through every model again and again: a fifth of the
    three seconds that the API takes. What is there afterwards stays, so no later collection looks at it either."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
