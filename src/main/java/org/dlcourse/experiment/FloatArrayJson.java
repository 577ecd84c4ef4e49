package org.dlcourse.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.dlcourse.training.FloatArray;

/**
 * Writes arrays as their bits, four bytes a value with the highest first, in Base64: as decimal numbers a network's parameters take more
 * than twice the room.
 */
final class FloatArrayJson {
    private static final String SHAPE = "shape";
    private static final String BITS = "float32";

    private FloatArrayJson() {}

    static SimpleModule module() {
        return new SimpleModule(FloatArrayJson.class.getName())
                .addSerializer(FloatArray.class, new Writer())
                .addDeserializer(FloatArray.class, new Reader());
    }

    private static final class Writer extends StdSerializer<FloatArray> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(FloatArray.class);
        }

        @Override
        public void serialize(FloatArray array, JsonGenerator json, SerializerProvider provider) throws IOException {
            ByteBuffer bits = ByteBuffer.allocate(array.values().length * Float.BYTES);
            bits.asFloatBuffer().put(array.values());
            json.writeStartObject();
            json.writeFieldName(SHAPE);
            json.writeArray(array.shape(), 0, array.shape().length);
            json.writeBinaryField(BITS, bits.array());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<FloatArray> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(FloatArray.class);
        }

        @Override
        public FloatArray deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode array = context.readTree(json);
            int[] shape = context.readTreeAsValue(array.path(SHAPE), int[].class);
            byte[] bits = array.path(BITS).binaryValue();
            long size = 1;
            for (int dimension : shape == null ? new int[0] : shape) {
                size *= dimension;
            }
            if (shape == null || bits == null || bits.length != size * Float.BYTES) {
                return context.reportInputMismatch(
                        FloatArray.class,
                        "found no array of numbers, expected its %s and as many values of four bytes under %s",
                        SHAPE,
                        BITS);
            }
            float[] values = new float[bits.length / Float.BYTES];
            ByteBuffer.wrap(bits).asFloatBuffer().get(values);
            return new FloatArray(shape, values);
        }
    }
}
