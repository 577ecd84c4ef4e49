package org.dlcourse.grading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An argument of a call of a student's code. */
public sealed interface Argument {
    /** An array; the code gets a copy. */
    static Argument of(INDArray array) {
        return new OfArray(array);
    }

    /** An array of whole numbers, such as labels. */
    static Argument of(int[] values) {
        return new OfArray(
                Nd4j.createFromArray(Arrays.stream(values).asLongStream().toArray()));
    }

    /** A number with a fraction. */
    static Argument of(double number) {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("number", number));
    }

    /** A whole number. */
    static Argument of(long number) {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("integer", number));
    }

    /** Python's {@code None}. */
    static Argument none() {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("none", true));
    }

    /**
     * An array.
     *
     * @param array of any shape and numeric type
     */
    record OfArray(INDArray array) implements Argument {}

    /**
     * A value that is written into the request.
     *
     * @param value as the worker reads it
     */
    record OfValue(ObjectNode value) implements Argument {}
}
