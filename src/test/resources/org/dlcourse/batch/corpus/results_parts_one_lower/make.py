"""The parts are numbered one lower, as in another year."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import NETWORKS, part3, part4, save

for name in NETWORKS:
    save("part2_%s.json" % name, part3(name))
    save("part3_%s.json" % name, part4(name))
