package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whose code computes a network's outputs, gradients and steps.
 *
 * @param name under which a {@link NetworkProvider} makes such networks
 */
public record Implementation(@JsonValue String name) {
    /** ND4J's operations on arrays that stay, in single precision: DL4J's steps, faster. For plain sequences of layers. */
    public static final Implementation ND4J_OPERATIONS = new Implementation("ND4J_OPERATIONS");

    /** DL4J's layers, in single precision. */
    public static final Implementation DL4J = new Implementation("DL4J");

    @JsonCreator
    public Implementation {}

    @Override
    public String toString() {
        return name;
    }
}
