package org.dlcourse.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
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
     * The header's bytes, which are made before anything is written.
     *
     * @throws IllegalArgumentException if the header is longer than a frame's may be
     */
    byte[] header(Frame frame) {
        try {
            byte[] header = json.writeValueAsBytes(frame.header());
            if (header.length > Frame.LONGEST_HEADER) {
                throw new IllegalArgumentException("The header of a request has " + header.length
                        + " bytes; expected at most " + Frame.LONGEST_HEADER + ". Hand in long values as arrays.");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The header of a request cannot be written as JSON.", e);
        }
    }

    /** Writes one frame, at once. */
    void write(Frame frame) throws IOException {
        write(header(frame), frame.payload());
    }

    /** Writes one frame, at once, whose header is given as bytes. */
    void write(byte[] header, byte[] payload) throws IOException {
        out.write(Frame.START);
        out.writeInt(header.length);
        out.writeLong(payload.length);
        out.write(header);
        out.write(payload);
        out.flush();
    }
}
