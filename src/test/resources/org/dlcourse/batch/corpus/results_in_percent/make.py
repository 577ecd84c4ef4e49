"""Accuracies in percent, in some curves."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part3, save

for name in NETWORKS:
    one = part3(name)
    one["train_acc_curve"] = [100 * value for value in one["train_acc_curve"]]
    one["test_acc"] = 100 * one["test_acc"]
    save("part3_%s.json" % name, one)
