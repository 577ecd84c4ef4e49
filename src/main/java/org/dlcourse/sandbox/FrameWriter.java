package org.dlcourse.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes frames into a worker's standard input. */
final class FrameWriter {
    private final ObjectMapper json = new ObjectMapper();
    private final DataOutputStream out;

    FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /**
     * Writes one frame, at once.
     *
     * @throws IllegalArgumentException if the header is longer than a frame's may be
     */
    void write(Frame frame) throws IOException {
        byte[] header = json.writeValueAsBytes(frame.header());
        if (header.length > Frame.LONGEST_HEADER) {
            throw new IllegalArgumentException("The header of a request has " + header.length
                    + " bytes; expected at most " + Frame.LONGEST_HEADER + ". Hand in long values as arrays.");
        }
        out.write(Frame.START);
        out.writeInt(header.length);
        out.writeLong(frame.payload().length);
        out.write(header);
        out.write(frame.payload());
        out.flush();
    }
}
