"""A worker for tests: runs the submission's code.py in its own process, so that nothing but the sandbox holds it."""
import json
import os
import struct
import sys

REQUESTS = sys.stdin.buffer
ANSWERS = sys.stdout.buffer
state = {}


def answer(request, arrays=None, **header):
    """Sends an answer to a request; students' code calls it too."""
    arrays = arrays or {}
    header.update(id=request["id"], nonce=request["nonce"])
    header["arrays"] = [{"name": name, "bytes": len(content)} for name, content in arrays.items()]
    text = json.dumps(header).encode()
    payload = b"".join(arrays.values())
    ANSWERS.write(b"DLFRAME1" + struct.pack(">iq", len(text), len(payload)) + text + payload)
    ANSWERS.flush()


def read_request():
    start = REQUESTS.read(20)
    if len(start) < 20:
        sys.exit(0)
    header_bytes, payload_bytes = struct.unpack(">iq", start[8:])
    header = json.loads(REQUESTS.read(header_bytes))
    payload = REQUESTS.read(payload_bytes)
    arrays = {}
    for one in header["arrays"]:
        arrays[one["name"]], payload = payload[: one["bytes"]], payload[one["bytes"]:]
    return header, arrays


def main():
    while True:
        request, arrays = read_request()
        if request["type"] == "hello":
            state["submission"] = request["submission"]
            answer(request, type="ready", worker="python " + sys.version.split()[0])
        elif request["type"] == "echo":
            answer(request, arrays, type="result")
        else:
            names = {"request": request, "answer": answer, "submission": state["submission"], "result": None}
            try:
                with open(os.path.join(state["submission"], "code.py")) as code:
                    exec(compile(code.read(), "code.py", "exec"), names)
                answer(request, type="result", result=names["result"])
            except MemoryError:
                answer(request, type="out_of_memory")
            except Exception as exception:
                answer(request, type="exception", message=type(exception).__name__ + ": " + str(exception))


main()
