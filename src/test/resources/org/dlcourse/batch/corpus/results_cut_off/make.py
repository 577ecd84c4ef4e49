"""A file that breaks off in the middle of an array, and a network that is missing."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import FOLDER, NETWORKS, part3, save

for name in NETWORKS[:4]:
    save("part3_%s.json" % name, part3(name))
path = os.path.join(FOLDER, "part3_cnn_4.json")
with open(path, "r+") as file:
    text = file.read()
    file.truncate(text.index("val_acc_curve") + 5000)
