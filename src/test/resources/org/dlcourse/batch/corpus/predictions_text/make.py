"""Predictions as a text: image i has the class i modulo 10, and the first 25 of every 100 are wrong."""
import sys

with open(sys.argv[1] + "/predictions.txt", "w") as file:
    for i in range(10_000):
        file.write("%d\n" % ((i + (i % 100 < 25)) % 10))
