"""Kernels as the library keeps them, [16, 1, 3, 3]."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part3, save

for name in NETWORKS:
    one = part3(name)
    if name.startswith("cnn"):
        one["weights"] = [[[[.5] * 3] * 3]] * len(one["weights"])
    save("part3_%s.json" % name, one)
