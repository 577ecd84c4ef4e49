package org.dlcourse.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What came of a request to a worker. */
public sealed interface Reply permits Reply.Answered, Reply.Failed {
    /**
     * The worker answered; whether the answer is true is another matter.
     *
     * @param header what it says, its {@code type} among it
     * @param arrays by name, each a whole {@code .npy} file that may be anything
     */
    record Answered(ObjectNode header, Map<String, byte[]> arrays) implements Reply {
        /** The type of the reply, such as {@code result}; empty if it has none. */
        public String type() {
            return header.path("type").asText();
        }
    }

    /**
     * The worker did not answer, and is dead.
     *
     * @param verdict why
     * @param reason the same in a sentence, with what was found and what was expected
     */
    record Failed(Verdict verdict, String reason) implements Reply {}
}
