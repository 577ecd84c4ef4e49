package org.dlcourse.homework.cifar;

import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.Marker;
import org.dlcourse.homework.cifar.Variations.Trial;
import org.dlcourse.kit.SeedPoints;
import org.dlcourse.kit.SeedSample;
import org.dlcourse.model.Initialisation;
import org.dlcourse.report.Evidence;
import org.dlcourse.settings.Scale;
import org.dlcourse.training.Curve;

/**
 * What every page on variations begins with: the data, the settings, the curves and the results of the runs.
 *
 * @param title of the figure
 * @param result the runs
 */
record VariationOverview(String title, Variations.Result result) {
    void show(Evidence evidence) {
        VariationTables tables = new VariationTables(result);
        evidence.data(result.prepared().data().description());
        if (result.scale() == Scale.QUICK) {
            evidence.answer("Quick scale", constants());
        }
        evidence.figure(new VariationFigure(title, result).figure());
        evidence.table(tables.results());
        if (result.seeds() > 1) {
            showSeeds(evidence);
        }
        evidence.table(tables.settings());
    }

    private String constants() {
        return String.format(
                Locale.ROOT,
                "%,d training images in place of 49,000; other learning rates, batch sizes and numbers of epochs than the handout's (the"
                        + " table of settings has both), and %s initialisation in place of PyTorch's initial weights: with the"
                        + " handout's constants the loss does not begin to fall in a run of some seconds.",
                result.trainingImages(),
                result.reference().plan().initialisation() == Initialisation.XAVIER ? "Xavier" : "He");
    }

    /** As a figure if there is something to compare. */
    private void showSeeds(Evidence evidence) {
        List<SeedSample> samples = result.trials().stream()
                .filter(trial -> !trial.diverged())
                .map(this::sample)
                .toList();
        SeedPoints points = new SeedPoints("test accuracy", samples, List.of(Marker.atY(.1, "guessing")));
        if (result.trials().size() == 1) {
            evidence.table(points.table());
            return;
        }
        evidence.figure(points.figure(
                "Test accuracy of every seed",
                String.format(
                        Locale.ROOT,
                        "After %d epochs; one point per seed, in their order, and a line at the mean.%s",
                        result.commonEpochs(),
                        samples.size() < result.trials().size()
                                ? " A variation of which a run diverged is left out."
                                : "")));
    }

    private SeedSample sample(Trial trial) {
        return result.sample(trial.variation(), Curve.TEST_ACCURACY);
    }
}
