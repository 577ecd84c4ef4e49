package org.dlcourse.homework.cifar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.experiment.Run;
import org.dlcourse.experiment.RunRequest;
import org.dlcourse.experiment.SampleRun;
import org.dlcourse.homework.SampleData;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;
import org.dlcourse.training.Divergence;
import org.dlcourse.training.TrainingResult;

/** Made-up runs of variations, for tests of the sentences and tables about them. */
final class SampleVariations {
    private SampleVariations() {}

    static Variations.Result result(Scale scale, Trial... trials) {
        return new Variations.Result(scale, new TutorialCifar10.Prepared(null, SampleData.data()), List.of(trials));
    }

    /** A run with these test accuracies after its epochs. */
    static Trial trial(Variation variation, double... testAccuracies) {
        return trial(variation, testAccuracies, testAccuracies);
    }

    /** Runs of one epoch with these test accuracies, one a seed. */
    static Trial seeds(Variation variation, double... testAccuracies) {
        return new Trial(
                variation,
                Arrays.stream(testAccuracies)
                        .mapToObj(accuracy -> trial(variation, accuracy).run())
                        .toList());
    }

    static Trial trial(Variation variation, double[] trainingAccuracies, double[] testAccuracies) {
        double[] losses = new double[testAccuracies.length];
        Arrays.fill(losses, 2);
        return trial(variation, losses, trainingAccuracies, testAccuracies);
    }

    static Trial trial(Variation variation, double[] losses, double[] trainingAccuracies, double[] testAccuracies) {
        Run sample = SampleRun.of(ColourCifarArchitectures.TUTORIAL, 1)
                .with(Map.of(
                        Curve.MEAN_TRAINING_LOSS,
                        losses,
                        Curve.TRAINING_SET_ACCURACY,
                        trainingAccuracies,
                        Curve.TEST_ACCURACY,
                        testAccuracies))
                .run();
        return trial(variation, sample, sample.result());
    }

    /** The runs of both trials as those of one. */
    static Trial together(Trial one, Trial other) {
        return new Trial(
                one.variation(),
                Stream.concat(one.runs().stream(), other.runs().stream()).toList());
    }

    /** A run whose loss is NaN in the first epoch. */
    static Trial diverged(Variation variation, int step) {
        Trial trial = trial(variation);
        TrainingResult result = trial.run().result();
        return trial(
                variation,
                trial.run(),
                new TrainingResult(
                        result.curves(),
                        result.rateChanges(),
                        Optional.of(new Divergence(step, "NaN")),
                        result.trainingAccuracy(),
                        result.validationAccuracy(),
                        result.accuracyOnTest(),
                        result.firstLayerWeights(),
                        result.testProbabilities(),
                        result.parameters()));
    }

    private static Trial trial(Variation variation, Run run, TrainingResult result) {
        int images = SampleData.data().training().count();
        return new Trial(
                variation,
                List.of(new Run(
                        run.key(), new RunRequest(variation.plan(Scale.FULL, images), 1), result, run.provenance())));
    }
}
