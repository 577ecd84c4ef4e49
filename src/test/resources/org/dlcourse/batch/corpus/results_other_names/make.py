"""Keys with spaces and capitals, and file names of another spelling: mpl_1, cnn3."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part3, save

KEYS = {"name": "Name", "loss_curve": "loss curve", "train_acc_curve": "Train Acc Curve", "val_acc_curve": "val acc curve",
        "test_acc": "test acc", "weights": "weights "}
for name in NETWORKS:
    other = name.replace("mlp_1", "mpl_1").replace("cnn_", "cnn")
    one = {KEYS[key]: value for key, value in part3(name).items()}
    one["Name"] = other
    save("question_3_%s.json" % other, one)
