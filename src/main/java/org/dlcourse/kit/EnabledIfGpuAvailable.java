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
 * For tests that need a GPU: skipped, with the reason, where none computes.
 *
 * <pre>{@code
 * @Test
 * @EnabledIfGpuAvailable
 * void gpuComputes() {
 *     assertThat(Backend.found().onGpu()).isTrue();
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledIfGpuAvailable.Condition.class)
public @interface EnabledIfGpuAvailable {
    /** Asks the build first, so that nothing of CUDA is looked for where nothing of it was built in. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!Backend.isForGpu()) {
                return ConditionEvaluationResult.disabled(
                        "Needs a GPU, and this build computes on the CPU: mvn test -Pgpu");
            }
            try {
                Backend.requireDevice();
                return ConditionEvaluationResult.enabled("a GPU computes");
            } catch (IllegalStateException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }
}
