"""Predictions as an array of probabilities: image i has the class i modulo 10, and the first 15 of every 100 are wrong."""
import sys

import numpy as np

images = np.arange(10_000)
probabilities = np.full((10_000, 10), .05)
probabilities[images, (images + (images % 100 < 15)) % 10] = .55
np.save(sys.argv[1] + "/predictions.npy", probabilities)
