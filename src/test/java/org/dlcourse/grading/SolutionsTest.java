package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.dlcourse.exercise.Convolution2d;
import org.dlcourse.exercise.reference.ShiftedSumConvolution2d;
import org.dlcourse.sandbox.Limits;
import org.dlcourse.sandbox.Sandbox;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.sandbox.Worker;
import org.dlcourse.sandbox.WorkerCommand;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionsTest {
    @TempDir
    private Path folder;

    @Test
    void referenceIsTestedWhereThereIsNoSubmission() {
        Convolution2d solution = new Solutions(Optional.empty()).of(Convolution2d.class, ShiftedSumConvolution2d::new);

        assertThat(solution).isInstanceOf(ShiftedSumConvolution2d.class);
    }

    @Test
    void classesOfTheReferencesThatATestGotAreKnown() {
        Solutions solutions = new Solutions(Optional.empty());
        assertThat(solutions.references()).isEmpty();

        solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new);

        assertThat(solutions.references()).containsExactly(ShiftedSumConvolution2d.class);
    }

    @Test
    void exerciseThatNobodyRegistersIsAnError() {
        try (Submission submission = new Submission(folder, SolutionsTest::choice)) {
            Solutions solutions = new Solutions(Optional.of(submission));

            assertThatThrownBy(() -> solutions.of(DoubleUnaryOperator.class, () -> Math::sqrt))
                    .hasMessageContaining("No course registers how students hand in java.util.function.DoubleUnaryOp")
                    .hasMessageContaining("META-INF/services/org.dlcourse.grading.ExerciseProvider");
        }
    }

    @Test
    void faultOfTheSandboxIsNotOneOfTheStudent() {
        try (Submission submission = new Submission(folder, SolutionsTest::choice)) {
            Solutions solutions = new Solutions(Optional.of(submission));

            assertThatThrownBy(() -> solutions.of(Convolution2d.class, ShiftedSumConvolution2d::new))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("no more processes");
        }
    }

    private static SandboxChoice choice() {
        return new SandboxChoice(Isolation.AUTO, new BrokenSandbox(), "", List.of());
    }

    /** Starts nothing. */
    private static final class BrokenSandbox implements Sandbox {
        @Override
        public Isolation isolation() {
            return Isolation.PROCESS;
        }

        @Override
        public String description() {
            return "nothing";
        }

        @Override
        public List<String> doesNotStop() {
            return List.of();
        }

        @Override
        public SelfTest selfTest() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Worker start(WorkerCommand command, Path submission, Limits limits) {
            throw new SandboxException("no more processes");
        }
    }
}
