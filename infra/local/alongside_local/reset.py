"""Removes what local runs have kept in the data folder: the database, the logs, the key. Nothing else that is there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from alongside_local.cluster import Cluster

OURS: Final = ("postgres", "log", "secret-key", "files")


def main() -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    if os.environ.get("DATABASE_URL"):
        print("DATABASE_URL names a database of yours; it is left alone.")
    if Cluster(data_dir / "postgres").is_locked():
        print(f"{data_dir} is in use. Stop `make run` first.", file=sys.stderr)
        return 1
    leftovers = data_dir.glob("throwaway-*")
    for path in (*(data_dir / name for name in OURS), *leftovers):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    print(f"{data_dir} is empty: the next `make run` starts anew.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
