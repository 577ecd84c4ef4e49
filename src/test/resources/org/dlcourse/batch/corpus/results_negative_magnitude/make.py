"""A magnitude of the gradient that is negative: a sum where a norm is asked for."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part4, save

for name in NETWORKS:
    one = part4(name)
    one["relu_grad_curve"] = [-value for value in one["relu_grad_curve"]]
    save("part4_%s.json" % name, one)
