package org.dlcourse.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Reads frames from a worker's standard output and trusts none of its bytes. */
final class FrameReader {
    private static final int LENGTHS = Integer.BYTES + Long.BYTES;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InputStream in;
    private final long longestPayload;

    FrameReader(InputStream in, long longestPayload) {
        this.in = in;
        // An array of Java has no more.
        this.longestPayload = Math.min(longestPayload, Integer.MAX_VALUE - 8);
    }

    /**
     * Reads one frame, however long that takes.
     *
     * @return nothing if the stream ends where a frame could begin
     * @throws EOFException if it ends within a frame
     * @throws FrameException if the bytes are not a frame, or one with too large a payload
     */
    Optional<Frame> read() throws IOException {
        byte[] start = in.readNBytes(Frame.START.length);
        if (start.length == 0) {
            return Optional.empty();
        }
        if (!Arrays.equals(start, Arrays.copyOf(Frame.START, start.length))) {
            throw broken("it begins with " + Excerpt.of(start) + "; expected \"DLFRAME1\"");
        }
        requireWhole(start, Frame.START.length, "start");
        ByteBuffer lengths = ByteBuffer.wrap(requireWhole(in.readNBytes(LENGTHS), LENGTHS, "lengths"));
        int header = lengths.getInt();
        long payload = lengths.getLong();
        if (header < 1 || header > Frame.LONGEST_HEADER) {
            throw broken("its header has " + header + " bytes; expected 1 to " + Frame.LONGEST_HEADER);
        }
        if (payload < 0) {
            throw broken("its payload has " + payload + " bytes; expected 0 to " + longestPayload);
        }
        if (payload > longestPayload) {
            throw new FrameException(
                    Verdict.FLOOD, "its payload has " + payload + " bytes; at most " + longestPayload + " are allowed");
        }
        ObjectNode said = header(requireWhole(in.readNBytes(header), header, "header"));
        return Optional.of(new Frame(said, requireWhole(in.readNBytes((int) payload), (int) payload, "payload")));
    }

    private ObjectNode header(byte[] bytes) throws IOException {
        JsonNode header;
        try {
            header = json.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw broken("its header is " + Excerpt.of(bytes) + ", which is not valid JSON: "
                    + Excerpt.of(e.getOriginalMessage()));
        }
        if (!(header instanceof ObjectNode said)) {
            throw broken("its header is " + Excerpt.of(bytes) + "; expected a JSON object");
        }
        return said;
    }

    private static byte[] requireWhole(byte[] bytes, int expected, String part) throws EOFException {
        if (bytes.length < expected) {
            throw new EOFException(
                    "the output ends after " + bytes.length + " of the " + expected + " bytes of a frame's " + part);
        }
        return bytes;
    }

    private static FrameException broken(String what) {
        return new FrameException(Verdict.BROKEN_PROTOCOL, what);
    }
}
