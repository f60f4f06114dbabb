"""A run hears that it is asked to stop, whatever it is doing at that moment."""

import signal
import subprocess
import sys
import time

import pytest

#: Does nothing but ask whether it is over, so that a signal meets it at any place of the asking.
WAITING = """
from alongside_local.processes import Asked, Ending
ending = Ending()
print("ready", flush=True)
try:
    while True:
        ending.pause(0)
except Asked:
    print("asked", flush=True)
"""
TIMES = 20


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_no_signal_is_lost_and_none_hangs(number: signal.Signals) -> None:
    for trial in range(TIMES):
        with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.005 + trial * 0.0003)
            process.send_signal(number)
            try:
                said, _ = process.communicate(timeout=10)
            finally:
                process.kill()
        assert (said, process.returncode) == ("asked\n", 0)
