"""The sigmoid's curves are ReLU's: one of the two was never trained."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part4, save

for name in NETWORKS:
    one = part4(name)
    one["sigmoid_loss_curve"], one["sigmoid_grad_curve"] = one["relu_loss_curve"], one["relu_grad_curve"]
    save("part4_%s.json" % name, one)
