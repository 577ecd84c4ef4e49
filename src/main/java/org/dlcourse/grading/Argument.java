package org.dlcourse.grading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
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

    /** A list, such as the sizes of layers. */
    static Argument list(List<? extends Argument> items) {
        return new OfList(List.copyOf(items));
    }

    /** A list of whole numbers. */
    static Argument list(int... numbers) {
        return list(Arrays.stream(numbers).mapToObj(number -> of((long) number)).toList());
    }

    /** A text. */
    static Argument of(String text) {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    /** True or false. */
    static Argument of(boolean value) {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("boolean", value));
    }

    /** What an earlier step of the case gave. */
    static Argument result(String name) {
        return new OfValue(JsonNodeFactory.instance.objectNode().put("values", name));
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
     * A list.
     *
     * @param items of the list
     */
    record OfList(List<Argument> items) implements Argument {}

    /**
     * A value that is written into the request.
     *
     * @param value as the worker reads it
     */
    record OfValue(ObjectNode value) implements Argument {}
}
