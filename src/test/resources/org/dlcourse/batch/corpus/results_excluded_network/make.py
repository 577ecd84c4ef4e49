"""Part 5 with mlp_1, which the handout excludes."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from result_files import part5, save

save("part5_mlp_1.json", part5("mlp_1"))
