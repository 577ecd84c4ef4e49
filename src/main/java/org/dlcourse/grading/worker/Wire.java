package org.dlcourse.grading.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The worker's end of the pipes: frames as the grading process writes and reads them. */
final class Wire {
    private static final byte[] START = "DLFRAME1".getBytes(StandardCharsets.US_ASCII);

    private final ObjectMapper json = new ObjectMapper();
    private final DataInputStream in;
    private final DataOutputStream out;

    /**
     * A message.
     *
     * @param header what is said
     * @param arrays by name, as .npy files
     */
    record Message(ObjectNode header, Map<String, byte[]> arrays) {}

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** The next message; none where the stream has ended. */
    Optional<Message> read() throws IOException {
        byte[] start = in.readNBytes(START.length);
        if (start.length == 0) {
            return Optional.empty();
        }
        if (!Arrays.equals(start, START)) {
            throw new IOException(
                    "A frame begins with " + new String(start, StandardCharsets.ISO_8859_1) + "; expected DLFRAME1.");
        }
        byte[] header = new byte[in.readInt()];
        byte[] payload = new byte[Math.toIntExact(in.readLong())];
        in.readFully(header);
        in.readFully(payload);
        if (!(json.readTree(header) instanceof ObjectNode said)) {
            throw new EOFException("A frame's header is no JSON object.");
        }
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        int offset = 0;
        for (JsonNode one : said.path("arrays")) {
            int end = offset + one.path("bytes").asInt();
            arrays.put(one.path("name").asText(), Arrays.copyOfRange(payload, offset, end));
            offset = end;
        }
        return Optional.of(new Message(said, arrays));
    }

    void write(Message message) throws IOException {
        ObjectNode header = message.header().deepCopy();
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        message.arrays().forEach((name, content) -> {
            header.withArray("arrays").addObject().put("name", name).put("bytes", content.length);
            payload.writeBytes(content);
        });
        byte[] text = json.writeValueAsBytes(header);
        out.write(START);
        out.writeInt(text.length);
        out.writeLong(payload.size());
        out.write(text);
        payload.writeTo(out);
        out.flush();
    }
}
