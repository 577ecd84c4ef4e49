package org.dlcourse.homework.conv;

import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.ResultFiles;
import org.dlcourse.figure.DataTable;
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
                "%s scale, \"%s\", %d epochs, seed %d. Data: %s.",
                result.scale() == Scale.FULL ? "Full" : "Quick",
                best.entry().title(),
                best.plan().epochs(),
                best.run().orElseThrow().request().seed(),
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
