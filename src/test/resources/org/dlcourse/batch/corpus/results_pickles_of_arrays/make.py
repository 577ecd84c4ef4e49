"""Pickles of dictionaries of arrays in single precision, under names such as question_3_cnn3.pkl."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import FOLDER, NETWORKS, part3

import pickle

import numpy as np

for name in NETWORKS:
    one = {key: value if key == "name" else np.array(value, dtype=np.float32) for key, value in part3(name).items()}
    with open(os.path.join(FOLDER, "question_3_%s.pkl" % name.replace("_", "")), "wb") as file:
        pickle.dump(one, file)
