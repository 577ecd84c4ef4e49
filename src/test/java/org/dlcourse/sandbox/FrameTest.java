package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final int LONGEST_PAYLOAD = 1000;

    @Test
    void frameIsReadAsItWasWritten() throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("x", new byte[] {1, 2, 3});
        arrays.put("empty", new byte[0]);
        arrays.put("kernel \u00e4\n", new byte[] {4});

        byte[] written = written(Frame.of(header("case"), arrays));
        FrameReader reader = reader(written);
        Frame read = reader.read().orElseThrow();

        assertThat(read.header().path("type").asText()).isEqualTo("case");
        assertThat(read.arrays()).containsExactlyEntriesOf(arrays);
        assertThat(reader.read()).as("after the last frame").isEmpty();
    }

    @Test
    void bytesAreThoseOfTheProtocol() throws IOException {
        byte[] written = written(Frame.of(header("case"), Map.of("x", new byte[] {7, 8})));

        String header = "{\"type\":\"case\",\"arrays\":[{\"name\":\"x\",\"bytes\":2}]}";
        assertThat(written).isEqualTo(frame(header, 2, new byte[] {7, 8}));
    }

    @Test
    void twoFramesFollowEachOther() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out);
        writer.write(Frame.of(header("first"), Map.of("x", new byte[] {1})));
        writer.write(Frame.of(header("second"), Map.of()));

        FrameReader reader = reader(out.toByteArray());

        assertThat(reader.read().orElseThrow().header().path("type").asText()).isEqualTo("first");
        assertThat(reader.read().orElseThrow().header().path("type").asText()).isEqualTo("second");
    }

    @Test
    void whatIsNotAFrameIsShown() {
        assertThatThrownBy(() -> reader("loss 0.3\u001b[2J\nloss 0.2".getBytes(StandardCharsets.UTF_8))
                        .read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.BROKEN_PROTOCOL))
                .hasMessage("it begins with \"loss 0.3\"; expected \"DLFRAME1\"");
        assertThatThrownBy(
                        () -> reader("DLF\n".getBytes(StandardCharsets.UTF_8)).read())
                .isInstanceOf(FrameException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, its header has -1 bytes",
        "0, 0, its header has 0 bytes",
        "1048577, 0, its header has 1048577 bytes; expected 1 to 1048576",
        "2, -5, its payload has -5 bytes; expected 0 to 1000"
    })
    void impossibleLengthIsBroken(int header, long payload, String message) {
        assertThatThrownBy(() -> reader(lengths(header, payload)).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.BROKEN_PROTOCOL))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {LONGEST_PAYLOAD + 1, 600_000_000, Long.MAX_VALUE})
    void largerPayloadThanAllowedIsAFloodBeforeAnyOfItIsRead(long payload) {
        assertThatThrownBy(() -> reader(lengths(2, payload)).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.FLOOD))
                .hasMessageContaining("its payload has " + payload + " bytes; at most 1000 are allowed");
    }

    @Test
    void payloadOfTheLimitIsRead() throws IOException {
        Frame frame = Frame.of(header("case"), Map.of("x", new byte[LONGEST_PAYLOAD]));

        assertThat(reader(written(frame)).read().orElseThrow().payload()).hasSize(LONGEST_PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "null", "{\"a\":1", "{\"a\":1} {}", "{\"id\":1,\"id\":2}", "{'a':1}", "NaN"})
    void headerThatIsNotOneObjectIsBroken(String header) {
        assertThatThrownBy(() -> reader(frame(header, 0, new byte[0])).read())
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.BROKEN_PROTOCOL))
                .hasMessageContaining("its header is");
    }

    @Test
    void headerThatIsNestedWithoutEndIsBroken() {
        String header = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> reader(frame(header, 0, new byte[0])).read())
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void endWithinAFrameIsNeitherAFrameNorItsLack() throws IOException {
        byte[] whole = written(Frame.of(header("case"), Map.of("x", new byte[] {1, 2})));

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader(cut).read())
                    .as("cut after " + length + " bytes")
                    .isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"arrays\":{}}",
                "{\"arrays\":[2]}",
                "{\"arrays\":[{\"name\":\"x\"}]}",
                "{\"arrays\":[{\"name\":1,\"bytes\":2}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":2.0}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":-2}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":1}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":3}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":4294967298}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":99999999999999999999}]}",
                "{\"arrays\":[{\"name\":\"x\",\"bytes\":1},{\"name\":\"x\",\"bytes\":1}]}"
            })
    void arraysThatDoNotFillThePayloadAreBroken(String header) throws IOException {
        Frame frame = reader(frame(header, 2, new byte[2])).read().orElseThrow();

        assertThatThrownBy(frame::arrays)
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.BROKEN_PROTOCOL))
                .hasMessageContaining("expected");
    }

    @Test
    void requestWithTooLongAHeaderIsRefusedBeforeItIsSent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frame frame = Frame.of(header("x".repeat(Frame.LONGEST_HEADER)), Map.of());

        assertThatThrownBy(() -> new FrameWriter(out).write(frame))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Hand in long values as arrays.");
        assertThat(out.size()).isZero();
    }

    private static ObjectNode header(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), LONGEST_PAYLOAD);
    }

    private static byte[] written(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(frame);
        return out.toByteArray();
    }

    private static byte[] lengths(int header, long payload) {
        return ByteBuffer.allocate(20)
                .put(Frame.START)
                .putInt(header)
                .putLong(payload)
                .array();
    }

    private static byte[] frame(String header, long payload, byte[] content) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(20 + json.length + content.length)
                .put(lengths(json.length, payload))
                .put(json)
                .put(content)
                .array();
    }
}
