package org.dlcourse.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.dlcourse.training.FloatArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatArrayJsonTest {
    @Test
    void everyKindOfValueComesBackToTheBit() throws JsonProcessingException {
        float[] values = {-0f, Float.MIN_VALUE, Math.nextDown(0.1f), Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY
        };

        String json = Json.MAPPER.writeValueAsString(new FloatArray(new int[] {2, 3}, values));
        FloatArray back = Json.MAPPER.readValue(json, FloatArray.class);

        assertThat(back.shape()).containsExactly(2, 3);
        for (int i = 0; i < values.length; i++) {
            assertThat(Float.floatToRawIntBits(back.values()[i]))
                    .as("bits of %s", values[i])
                    .isEqualTo(Float.floatToRawIntBits(values[i]));
        }
    }

    @Test
    void valuesAreTheirBitsInBase64() throws JsonProcessingException {
        // 1 is 3F800000, which is P4AAAA== in Base64.
        assertThat(Json.MAPPER.writeValueAsString(new FloatArray(new int[] {1}, new float[] {1})))
                .isEqualTo("{\"shape\":[1],\"float32\":\"P4AAAA==\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"shape\":[1]}",
                "{\"shape\":[2],\"float32\":\"P4AAAA==\"}",
                "{\"float32\":\"P4AAAA==\"}",
                "{\"shape\":[1],\"float32\":[1.0]}"
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> Json.MAPPER.readValue(json, FloatArray.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("float32");
    }
}
