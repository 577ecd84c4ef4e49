"""Names of networks, parts and curves as students write them, and as the handout does."""
import re

LETTERS = {"mlp": "mlp", "mpl": "mlp", "mplp": "mlp", "mpp": "mlp", "cnn": "cnn", "ccn": "cnn", "cnm": "cnn", "conv": "cnn"}
NETWORK = re.compile(r"(?<![a-z])(mlp|mplp|mpl|mpp|cnn|ccn|cnm|conv)[\W_]*([1-5])(?!\d)", re.I)
PART = re.compile(r"(?<![a-z])(?:part|question|quest|q|p|section|task)[\W_]*([1-6])(?!\d)", re.I)
RATES = {0: "1", 1: "01", 2: "001"}
POWER = re.compile(r"1e-?0?([123])$")


class CurveName:
    """What a key means: its canonical name, or for a learning rate the number of zeros that stand before its 1."""

    def __init__(self, name, part, zeros=None):
        self.name, self.part, self.zeros = name, part, zeros


def network(text):
    """`cnn_3` from `cnn3`, `mlp_1` from `mpl_1`; None where there is none."""
    found = NETWORK.search(text)
    return "%s_%s" % (LETTERS[found.group(1).lower()], found.group(2)) if found else None


def part(text):
    """The number of the part that a file's name gives."""
    found = PART.search(text)
    return int(found.group(1)) if found else None


def curve(key):
    """What a key means, or None."""
    text = NETWORK.sub("", key.lower()).strip()
    words = re.sub(r"[\W_]+", "_", text)
    loss = "loss" in words or "cost" in words
    gradient = "grad" in words or "magnitude" in words or "magn" in words
    accuracy = "acc" in words
    if "relu" in words or "sigm" in words or "logistic" in words:
        activation = "relu" if "relu" in words else "sigmoid"
        if gradient or loss:
            return CurveName("%s_%s_curve" % (activation, "grad" if gradient else "loss"), 4)
        return None
    validation = "val" in words
    zeros = rate_zeros(text)
    if zeros is not None and (loss and not validation or accuracy and not ("train" in words or "test" in words)):
        return CurveName("loss_curve" if loss else "val_acc_curve", 5, zeros)
    if accuracy:
        if validation:
            return CurveName("val_acc_curve", 3)
        if "train" in words or "trn" in words:
            return CurveName("train_acc_curve", 3)
        return CurveName("test_acc", 3) if "test" in words or "tst" in words else None
    if loss and not validation and "test" not in words:
        return CurveName("loss_curve", 3)
    return CurveName("weights", 3) if "weight" in words or words in ("w", "w1", "first_layer") else None


def rate_zeros(text):
    """0 for a key that ends in 1 or .1 or 1e-1, 1 for 01 or .01, 2 for 001 or .001."""
    power = POWER.search(text)
    if power:
        return int(power.group(1)) - 1
    stripped = text.strip(" _-)]'\"")
    found = re.search(r"(?:0[._])(0*)1$", stripped) or re.search(r"(?<![\d])[._]?(0*)1$", stripped)
    return len(found.group(1)) if found and len(found.group(1)) <= 3 else None
