"""A file for every curve, in NumPy's format."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import FOLDER, NETWORKS, part3

import numpy as np

for name in NETWORKS:
    for key, value in part3(name).items():
        if key != "name":
            np.save(os.path.join(FOLDER, "part3_%s_%s.npy" % (name, key)), np.array(value))
