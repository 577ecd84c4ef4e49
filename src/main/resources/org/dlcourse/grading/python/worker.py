"""Runs one submission's code for a grading process that speaks frames on stdin and stdout.

Started as `python3 -I worker.py`. Nothing of the submission is imported here: each request that needs its code gets a child process.
With arguments it tells a person what it finds in a folder.
"""
import os
import sys

sys.dont_write_bytecode = True
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["MPLBACKEND"] = "Agg"
# `python3 -I` leaves this folder out of the path; afterwards a submission's file of the same name must not find it.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from dlcourse import alone, requests, streams  # noqa: E402

sys.path.pop(0)

if __name__ == "__main__":
    sys.exit(alone.run(sys.argv[1:]) if len(sys.argv) > 1 else requests.serve(*streams.take_away()))
