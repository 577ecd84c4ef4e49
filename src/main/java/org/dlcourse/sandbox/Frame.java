package org.dlcourse.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message between this process and a worker, in either direction.
 *
 * <p>On the pipe: {@code DLFRAME1}, the length of the header as four bytes, that of the payload as eight, both with the highest
 * byte first, the header as JSON in UTF-8, and the payload: the arrays one after the other, each a whole {@code .npy} file.
 *
 * @param header what is said; its {@code arrays} name each array with its length
 * @param payload the arrays' bytes
 */
record Frame(ObjectNode header, byte[] payload) {
    static final byte[] START = "DLFRAME1".getBytes(StandardCharsets.US_ASCII);
    static final int LONGEST_HEADER = 1 << 20;

    private static final String ARRAYS = "arrays";
    private static final String NAME = "name";
    private static final String BYTES = "bytes";

    /** A frame with these arrays, in their order. */
    static Frame of(ObjectNode header, Map<String, byte[]> arrays) {
        ObjectNode complete = header.deepCopy();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        arrays.forEach((name, content) -> {
            list.addObject().put(NAME, name).put(BYTES, content.length);
            payload.writeBytes(content);
        });
        complete.set(ARRAYS, list);
        return new Frame(complete, payload.toByteArray());
    }

    /**
     * The arrays by name, in their order.
     *
     * @throws FrameException if the header's list is not one of names and lengths that fit the payload
     */
    Map<String, byte[]> arrays() throws FrameException {
        JsonNode list = header.path(ARRAYS);
        if (!list.isMissingNode() && !list.isArray()) {
            throw broken("\"arrays\" is " + excerpt(list) + "; expected a list of {\"name\": ..., \"bytes\": ...}");
        }
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        int start = 0;
        for (JsonNode one : list) {
            int bytes = length(one, payload.length - start);
            if (arrays.put(one.path(NAME).textValue(), Arrays.copyOfRange(payload, start, start + bytes)) != null) {
                throw broken("two arrays have the name " + excerpt(one.path(NAME)) + "; expected a name for each");
            }
            start += bytes;
        }
        if (start != payload.length) {
            throw broken("the arrays have " + start + " bytes and the payload has " + payload.length
                    + "; expected the same number");
        }
        return Collections.unmodifiableMap(arrays);
    }

    private static int length(JsonNode array, int rest) throws FrameException {
        JsonNode bytes = array.path(BYTES);
        if (!array.path(NAME).isTextual() || !bytes.isIntegralNumber()) {
            throw broken("an entry of \"arrays\" is " + excerpt(array) + "; expected {\"name\": ..., \"bytes\": ...}");
        }
        if (!bytes.canConvertToLong() || bytes.longValue() < 0 || bytes.longValue() > rest) {
            throw broken("the array " + excerpt(array.path(NAME)) + " has " + excerpt(bytes)
                    + " bytes; expected a number up to the " + rest + " that are left");
        }
        return bytes.intValue();
    }

    private static FrameException broken(String what) {
        return new FrameException(Verdict.BROKEN_PROTOCOL, what);
    }

    private static String excerpt(JsonNode node) {
        return Excerpt.of(node.toString());
    }
}
