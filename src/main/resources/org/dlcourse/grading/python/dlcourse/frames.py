"""Frames: eight letters, the lengths of header and payload, a JSON header, and arrays as .npy files one after the other."""
import io
import json
import struct

import numpy as np

MAGIC = b"DLFRAME1"
LONGEST_HEADER = 1 << 20
LARGEST_PAYLOAD = 1 << 30
LENGTHS = struct.Struct(">iq")


class BrokenFrame(Exception):
    """What came is no frame."""


def read_exactly(stream, count):
    """Reads count bytes, or fewer where the stream ends."""
    parts = []
    while count > 0:
        part = stream.read(min(count, 1 << 20))
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def read(stream):
    """Reads one frame: (header, payload), or None where the stream has ended."""
    start = read_exactly(stream, len(MAGIC) + LENGTHS.size)
    if not start:
        return None
    header_length, payload_length = lengths(start)
    header = read_exactly(stream, header_length)
    payload = read_exactly(stream, payload_length)
    if len(header) < header_length or len(payload) < payload_length:
        raise BrokenFrame("The stream ended within a frame; expected %d + %d bytes." % (header_length, payload_length))
    return parsed(header), payload


def lengths(start):
    """The lengths of header and payload that a frame's first bytes give."""
    if len(start) < len(MAGIC) + LENGTHS.size or start[: len(MAGIC)] != MAGIC:
        raise BrokenFrame("A frame begins with %r; expected %r and two lengths." % (start[:20], MAGIC))
    header, payload = LENGTHS.unpack(start[len(MAGIC) :])
    if not 1 <= header <= LONGEST_HEADER or not 0 <= payload <= LARGEST_PAYLOAD:
        raise BrokenFrame(
            "A frame claims %d + %d bytes; expected at most %d + %d." % (header, payload, LONGEST_HEADER, LARGEST_PAYLOAD)
        )
    return header, payload


def parsed(text):
    """The JSON object of a header."""
    try:
        header = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BrokenFrame("A frame's header is no JSON: %s" % error) from error
    if not isinstance(header, dict):
        raise BrokenFrame("A frame's header is %s; expected a JSON object." % type(header).__name__)
    return header


def joined(header, arrays=()):
    """A frame's bytes, from its header and pairs of a name and an array."""
    files = [(name, npy(array)) for name, array in arrays]
    if files:
        header = dict(header, arrays=[{"name": name, "bytes": len(content)} for name, content in files])
    return packed(header, b"".join(content for _, content in files))


def packed(header, payload):
    """A frame's bytes, from its header and its payload."""
    text = json.dumps(header).encode("ascii")
    if len(text) > LONGEST_HEADER:
        raise BrokenFrame("A header has %d bytes; expected at most %d." % (len(text), LONGEST_HEADER))
    return MAGIC + LENGTHS.pack(len(text), len(payload)) + text + payload


def npy(array):
    """The array as a .npy file."""
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.require(array, requirements="C"), allow_pickle=False)
    return stream.getvalue()


def arrays(header, payload):
    """The arrays of a payload by their names."""
    found = {}
    offset = 0
    for entry in header.get("arrays", []):
        content = payload[offset : offset + entry["bytes"]]
        offset += entry["bytes"]
        try:
            found[entry["name"]] = np.lib.format.read_array(io.BytesIO(content), allow_pickle=False)
        except ValueError as error:
            raise BrokenFrame("The array '%s' of a frame cannot be read: %s" % (entry["name"], error)) from error
    if offset != len(payload):
        raise BrokenFrame("A payload has %d bytes; expected %d, the sum of its arrays." % (len(payload), offset))
    return found
