package org.dlcourse.homework.conv;

import java.util.List;
import java.util.Locale;
import org.dlcourse.dataset.ImageDataset.Origin;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.figure.DataTable;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Marker;
import org.dlcourse.homework.cifar.ConfusionMatrix;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.model.Architecture;
import org.dlcourse.report.Evidence;
import org.dlcourse.settings.Scale;

/**
 * CONV-4: the page on the competition.
 *
 * @param result of the competition
 */
record CompetitionPage(Competition.Result result) {
    void show(Evidence evidence) {
        evidence.conclusion(conclusion());
        Attempt best = result.best();
        CompetitionAnswers answers = new CompetitionAnswers(result);
        Leaderboard leaderboard = new Leaderboard(result);
        ConfusionMatrix confusion = confusion();
        evidence.data(result.data().description());
        evidence.data(result.testedOn());
        evidence.answer("Which entry wins?", answers.winner());
        evidence.table(leaderboard.table());
        evidence.answer("What helped, and how much?", answers.whatHelped());
        evidence.answer("Which classes are confused?", answers.confused(confusion));
        evidence.answer("What is left for a GPU?", answers.goal());
        if (result.scale() == Scale.QUICK) {
            evidence.answer(
                    "Does the chosen entry beat the baseline with other seeds?",
                    new CompetitionAnswers(result).overSeeds());
            evidence.figure(seeds());
        }
        evidence.figure(new CompetitionFigure(result).figure());
        evidence.table(leaderboard.recipes());
        evidence.table(layers(best.plan().architecture()));
        evidence.figure(confusion.figure(caption()));
        evidence.table(confusion.table());
        evidence.figure(WorstMistakes.of(
                        result.testProbabilities(),
                        result.images().test(),
                        result.images().classes())
                .figure(caption()));
    }

    private String conclusion() {
        String tested = String.format(
                Locale.ROOT,
                "The chosen entry, \"%s\", has a test accuracy of %.3f (chance 0.1).",
                result.best().entry().title(),
                result.testAccuracy());
        return result.scale() == Scale.QUICK ? result.comparison().sentence() + " " + tested : tested;
    }

    private Figure seeds() {
        return result.comparison()
                .figure(
                        "Chosen entry and baseline by seed",
                        "Validation accuracy of every run, with a line at the mean. Data: "
                                + result.data().description() + ".",
                        List.of(Marker.atY(.1, "guessing")));
    }

    private ConfusionMatrix confusion() {
        return ConfusionMatrix.of(
                result.testProbabilities(),
                result.images().classes(),
                result.images().test().labels());
    }

    private String caption() {
        Attempt best = result.best();
        return String.format(
                Locale.ROOT,
                "%s scale, \"%s\", %d epochs, seed %d.%s Data: %s.",
                result.scale() == Scale.FULL ? "Full" : "Quick",
                best.entry().title(),
                best.plan().epochs(),
                best.run().orElseThrow().request().seed(),
                result.images().origin() == Origin.SYNTHETIC
                        ? " Synthetic objects may hardly differ from their background, and each image has a smaller object of"
                                + " another class."
                        : "",
                result.images().title());
    }

    private static DataTable layers(Architecture architecture) {
        return new DataTable(
                "Layers of the chosen entry",
                List.of("Layer", "Output", "Parameters"),
                architecture.table().stream()
                        .map(row -> List.<Object>of(row.layer(), row.output(), row.parameters()))
                        .toList());
    }

    /** Writes the leaderboard's file and attaches it. */
    void attach(Evidence evidence, ResultFiles files) {
        evidence.file(files.write(Leaderboard.FILE, new Leaderboard(result).content()));
    }

    void check(Evidence evidence) {
        CompetitionChecks checks = new CompetitionChecks(result);
        checks.checkChoice(evidence, confusion());
        checks.checkNetworks(evidence);
        checks.checkAccuracy(evidence);
    }
}
