package org.dlcourse.training;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One ND4J operation on arrays that stay the same from run to run.
 *
 * <p>What ND4J finds and checks before it calculates (the operation by its name, shapes, a native context) takes as long as
 * a small operation; here it is done once a network.
 */
interface Operation extends AutoCloseable {
    void run();

    @Override
    default void close() {}

    /**
     * An operation under its name in ND4J.
     *
     * @param integers the operation's integer arguments
     */
    static Custom of(String name, List<INDArray> inputs, List<INDArray> outputs, long... integers) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        if (integers.length > 0) {
            context.setIArguments(integers);
        }
        return new Custom(DynamicCustomOp.builder(name).build(), context);
    }

    /** 1, 0 or -1. */
    static Operation sign(INDArray input, INDArray output) {
        Sign sign = new Sign(input, output);
        return () -> Nd4j.getExecutioner().exec(sign);
    }

    /**
     * An operation with a native context of its own.
     *
     * @param operation which
     * @param context its arrays and arguments
     */
    record Custom(DynamicCustomOp operation, OpContext context) implements Operation {
        Custom withReals(double... reals) {
            context.setTArguments(reals);
            return this;
        }

        /** Reads its first input from here from now on. */
        void read(INDArray input) {
            context.setInputArray(0, input.reshape('c', context.getInputArray(0).shape()));
        }

        Custom withIntegers(long... integers) {
            context.setIArguments(integers);
            return this;
        }

        @Override
        public void run() {
            Nd4j.exec(operation, context);
        }

        @Override
        public void close() {
            try {
                context.close();
            } catch (Exception e) {
                throw new IllegalStateException(
                        "The native context of " + operation.opName() + " could not be freed.", e);
            }
        }
    }
}
