"""Predictions by numbers: all are 3."""
import sys

with open(sys.argv[1] + "/predictions.txt", "w") as file:
    file.write("3\n" * 10_000)
