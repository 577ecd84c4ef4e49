package org.dlcourse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.Examples;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.model.LayerSpec.FullyConnected;
import org.dlcourse.model.Loss;
import org.dlcourse.model.Objective;
import org.dlcourse.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line through points: least squares has a closed form. */
class RegressionTest {
    private static final int COUNT = 8;
    /** Three columns of Hadamard's matrix: orthogonal to each other and to the bias, so that the loss curves equally in all directions. */
    private static final float[] FEATURES = features();

    private static final float[] Y = {1.5f, -0.25f, 0.5f, 2, -1, 0.75f, 0.25f, -1.5f};
    private static final float[] OTHER_Y = {1, -0.5f, 1, 1.5f, -0.5f, 0.5f, 0.75f, -1};
    private static final TrainingData DATA =
            new TrainingData("points", examples(Y), examples(OTHER_Y), examples(OTHER_Y));
    private static final Architecture LINE =
            new Architecture("line", new Shape(3, 1, 1), List.of(new FullyConnected(1, true)));
    private static final Objective SQUARES = new Objective(Loss.MEAN_SQUARED_ERROR, 0);

    static Stream<Implementation> implementations() {
        return Stream.of(Implementation.ND4J_OPERATIONS, Implementation.DL4J);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void gradientDescentEndsAtTheLeastSquares(Implementation implementation) {
        TrainingResult result = train(
                plan(SQUARES, Curve.VALIDATION_R2, Curve.TRAINING_SET_LOSS).withImplementation(implementation));

        // The Hessian is 2, the learning rate 1/4: every step halves the distance, and after 60 steps it is below
        // rounding.
        // A step's rounding is at most 8 units of the largest sum, weights and targets, and adds up to twice as much.
        double[] expected = leastSquares();
        double largest = Arrays.stream(expected).map(Math::abs).sum() + 2;
        double bound = 16 * Math.scalb(1, -24) * largest;
        float[] parameters = result.parameters().values();
        for (int i = 0; i < parameters.length; i++) {
            assertThat((double) parameters[i]).as("parameter " + i).isCloseTo(expected[i], within(bound));
        }
        RegressionScores scores = result.regressionScores();
        assertThat(scores.training().r2()).isCloseTo(r2(expected, Y), within(10 * bound));
        assertThat(scores.validation().r2()).isCloseTo(r2(expected, OTHER_Y), within(10 * bound));
        assertThat(scores.test()).contains(scores.validation());
        assertThat(scores.training().meanSquaredError())
                .isEqualTo(result.curves().of(Curve.TRAINING_SET_LOSS)[59]);
        assertThat(result.curves().of(Curve.VALIDATION_R2)[59])
                .isEqualTo(scores.validation().r2())
                .isEqualTo(result.validationScore());
    }

    @Test
    void absoluteErrorIsTrainedByDl4j() {
        TrainingPlan plan = plan(new Objective(Loss.MEAN_ABSOLUTE_ERROR, 0), Curve.TRAINING_SET_LOSS);

        double[] losses =
                train(plan.withImplementation(Implementation.DL4J)).curves().of(Curve.TRAINING_SET_LOSS);

        assertThat(losses[59]).isLessThan(losses[0]);
        assertThatThrownBy(() -> train(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the loss mean absolute error, which DL4J alone computes");
    }

    @Test
    void accuracyOfARegressionIsRefused() {
        TrainingResult result = train(plan(SQUARES));

        for (var accuracy :
                List.<ThrowingCallable>of(result::trainingAccuracy, result::validationAccuracy, result::testAccuracy)) {
            assertThatThrownBy(accuracy)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The targets of this run are numbers, so that it has no accuracy; ask for its"
                            + " regressionScores(), mean squared error and R².");
        }
        assertThatThrownBy(() -> DATA.training().labels())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("These 8 examples have no classes: their targets are numbers, 1 an example.");
    }

    @Test
    void planThatDoesNotFitTheTargetsIsRefused() {
        assertThatThrownBy(() -> train(plan(Objective.CROSS_ENTROPY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The targets of points are numbers")
                .hasMessageContaining("MEAN_SQUARED_ERROR");
        assertThatThrownBy(() -> train(plan(SQUARES, Curve.VALIDATION_ACCURACY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no [VALIDATION_ACCURACY] can be recorded");
        assertThatThrownBy(() -> new Trainer(plan(SQUARES, Curve.VALIDATION_R2), TinyData.of(50), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are classes, of which no [VALIDATION_R2] can be recorded");
    }

    @Test
    void targetsThatCannotBeScoredAreRefused() {
        TrainingData equal = new TrainingData("points", DATA.training(), examples(new float[COUNT]), DATA.test());

        assertThatThrownBy(() -> new Trainer(plan(SQUARES), equal, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R² is not defined");
        assertThatThrownBy(() -> examples(new float[] {0, 1, 2, Float.NaN, 4, 5, 6, 7}))
                .isInstanceOf(DataException.class)
                .hasMessage("The targets of example 3 hold NaN; expected finite numbers. Leave the example out.");
        assertThatThrownBy(() -> examples(new float[9])).isInstanceOf(DataException.class);
    }

    @Test
    void runThatDivergesHasNoScores() {
        TrainingResult result = train(
                new TrainingPlan(LINE, Initialisation.PYTORCH, new Optimiser.Sgd(1e30), COUNT, 60, Recording.every(1))
                        .withObjective(SQUARES));

        assertThat(result.divergence()).isPresent();
        assertThat(result.regression()).isEmpty();
        assertThat(result.validationScore()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void digestCoversTheTargets() {
        assertThat(examples(Y).sha256())
                .isEqualTo(examples(Y.clone()).sha256())
                .isNotEqualTo(examples(OTHER_Y).sha256());
    }

    private static float[] features() {
        float[] features = new float[3 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int column = 0; column < 3; column++) {
                features[3 * i + column] = (i >> column & 1) == 0 ? 1 : -1;
            }
        }
        return features;
    }

    private static Examples examples(float[] y) {
        return Examples.withNumbers(FEATURES, new int[] {COUNT, 3, 1, 1}, y, 1);
    }

    /** Three weights and the bias: the columns are orthogonal, with squares that add up to the number of examples. */
    private static double[] leastSquares() {
        double[] solution = new double[4];
        for (int i = 0; i < COUNT; i++) {
            for (int column = 0; column < 3; column++) {
                solution[column] += FEATURES[3 * i + column] * Y[i] / COUNT;
            }
            solution[3] += Y[i] / COUNT;
        }
        return solution;
    }

    private static double r2(double[] solution, float[] y) {
        double mean = 0;
        for (float value : y) {
            mean += value / COUNT;
        }
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < COUNT; i++) {
            double predicted = solution[3];
            for (int column = 0; column < 3; column++) {
                predicted += solution[column] * FEATURES[3 * i + column];
            }
            squares += (predicted - y[i]) * (predicted - y[i]);
            spread += (y[i] - mean) * (y[i] - mean);
        }
        return 1 - squares / spread;
    }

    private static TrainingResult train(TrainingPlan plan) {
        return new Trainer(plan, DATA, 3).train(TrainingProgress.SILENT);
    }

    private static TrainingPlan plan(Objective objective, Curve... curves) {
        return new TrainingPlan(
                        LINE,
                        Initialisation.PYTORCH,
                        new Optimiser.Sgd(0.25),
                        COUNT,
                        60,
                        Recording.every(1, curves).withParameters())
                .withObjective(objective);
    }
}
