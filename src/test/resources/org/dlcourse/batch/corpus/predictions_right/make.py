"""Predictions by names: image i has the class i modulo 10, and the first 15 of every 100 are wrong."""
import sys

NAMES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
with open(sys.argv[1] + "/predictions.csv", "w") as file:
    file.write("id,label\n")
    for i in reversed(range(10_000)):
        file.write("%d,%s\n" % (i + 1, NAMES[(i + (i % 100 < 15)) % 10]))
