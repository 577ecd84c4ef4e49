package org.dlcourse.homework.ann.architectures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.experiment.Repeats;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.ann.GrayCifar10;
import org.dlcourse.homework.ann.GrayCifarArchitectures;
import org.dlcourse.kit.ChanceLevel;
import org.dlcourse.kit.RunCaption;
import org.dlcourse.model.Architecture;
import org.dlcourse.model.Initialisation;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Optimiser;
import org.dlcourse.training.Recording;
import org.dlcourse.training.TrainingData;
import org.dlcourse.training.TrainingPlan;

/**
 * Trains the five architectures several times each, with Adam's defaults and no regularisation.
 *
 * <p>Full scale: batches of 50, 15 epochs and 10 repeats, a point of the curves every 10 steps.
 */
public record ArchitectureComparison() implements Experiment<ArchitectureComparison.Result> {
    /**
     * How long and how finely a network is trained.
     *
     * <p>Quick scale takes batches of 10, which the handout allows where computing power is short: the deepest network
     * stands still for some 500 steps before it learns, however many images a step has.
     */
    private record Pace(int batchSize, int epochs, int recordEvery) {
        static Pace of(Scale scale) {
            return switch (scale) {
                case QUICK -> new Pace(10, 5, 50);
                case FULL -> new Pace(50, 15, 10);
            };
        }
    }

    /**
     * What the comparison found.
     *
     * @param scale at which the networks were trained
     * @param origin whether the images are real
     * @param data what was learnt and tested on
     * @param architectures all repeats of each architecture, in the handout's order
     */
    public record Result(Scale scale, Origin origin, TrainingData data, List<Repeats> architectures) {
        /** Whether the images are a stand-in for the real ones. */
        boolean isSynthetic() {
            return origin == Origin.SYNTHETIC;
        }

        /** The convolutional networks, or the perceptrons. */
        List<Repeats> family(boolean convolutional) {
            return architectures.stream()
                    .filter(repeats -> repeats.architecture().isConvolutional() == convolutional)
                    .toList();
        }

        /** The architecture with the highest test accuracy. */
        Repeats best() {
            return architectures.stream()
                    .max(Comparator.comparingDouble(Repeats::bestTestAccuracy))
                    .orElseThrow();
        }

        /** The lowest of the convolutional networks' best test accuracies. */
        double lowestConvolutional() {
            return testAccuracies(true).min().orElseThrow();
        }

        /** The highest of the perceptrons' best test accuracies. */
        double highestPerceptron() {
            return testAccuracies(false).max().orElseThrow();
        }

        /** The runs that did not learn: their test accuracy is within three standard errors of chance. */
        List<Run> atChance() {
            double band =
                    ChanceLevel.upperEnd(data.test().classes(), data.test().count());
            return architectures.stream()
                    .flatMap(repeats -> repeats.runs().stream())
                    .filter(run -> run.result().testAccuracy() <= band)
                    .toList();
        }

        /** The plan of all runs but for their architecture. */
        public TrainingPlan plan() {
            return anyRuns().get(0).request().plan();
        }

        /** How many runs an architecture has, in words. */
        String repeatsText() {
            int repeats = anyRuns().size();
            return repeats == 1 ? "1 run" : repeats + " runs";
        }

        /** Scale, length, seeds and data, for captions. */
        String circumstances() {
            return new RunCaption(scale, data, anyRuns()).text();
        }

        private List<Run> anyRuns() {
            return architectures.get(0).runs();
        }

        private DoubleStream testAccuracies(boolean convolutional) {
            return family(convolutional).stream().mapToDouble(Repeats::bestTestAccuracy);
        }
    }

    @Override
    public Result conduct(Laboratory laboratory) {
        CourseSettings settings = laboratory.settings();
        GrayCifar10.Prepared prepared = laboratory.result(new GrayCifar10());
        return new Result(
                settings.scale(),
                prepared.origin(),
                prepared.data(),
                laboratory.grid(
                        prepared.data(),
                        GrayCifarArchitectures.all().stream()
                                .map(architecture -> plan(architecture, settings.scale()))
                                .toList(),
                        settings.repeats(2, 10)));
    }

    public static TrainingPlan plan(Architecture architecture, Scale scale) {
        Pace pace = Pace.of(scale);
        return new TrainingPlan(
                architecture,
                Initialisation.PYTORCH,
                Optimiser.Adam.defaults(),
                pace.batchSize(),
                pace.epochs(),
                Recording.every(
                        pace.recordEvery(), Curve.TRAINING_LOSS, Curve.TRAINING_ACCURACY, Curve.VALIDATION_ACCURACY));
    }
}
