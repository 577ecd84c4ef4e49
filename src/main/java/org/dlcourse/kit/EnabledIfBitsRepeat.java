package org.dlcourse.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dlcourse.backend.Backend;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests that compare runs to the bit: skipped, with the reason, where a GPU computes.
 *
 * <pre>{@code
 * @Test
 * @EnabledIfBitsRepeat
 * void sumsOfTheSameNumbersHaveTheSameBits() {
 *     INDArray numbers = Nd4j.rand(DataType.FLOAT, 1000);
 *     assertThat(numbers.sumNumber()).isEqualTo(numbers.sumNumber());
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledIfBitsRepeat.Condition.class)
public @interface EnabledIfBitsRepeat {
    /** Asks the build alone: a build for GPUs computes on one or not at all. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Backend.isForGpu()
                    ? ConditionEvaluationResult.disabled("A GPU does not repeat bits; on the CPU this is tested.")
                    : ConditionEvaluationResult.enabled("the CPU repeats bits");
        }
    }
}
