"""One archive of NumPy's arrays for each network."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import FOLDER, NETWORKS, part3

import numpy as np

for name in NETWORKS:
    one = {key: np.array(value) for key, value in part3(name).items() if key != "name"}
    np.savez(os.path.join(FOLDER, "part3_%s.npz" % name), **one)
