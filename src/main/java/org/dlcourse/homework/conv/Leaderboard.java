package org.dlcourse.homework.conv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.kit.Seconds;
import org.dlcourse.training.Schedule;
import org.dlcourse.training.TrainingPlan;
import org.dlcourse.util.DecimalNotation;

/**
 * Every entry with its accuracy and cost, the best first and those that were not run last.
 *
 * @param result of the competition
 */
record Leaderboard(Competition.Result result) {
    static final String FILE = "leaderboard.json";

    private static final String NOT_RUN = "not run: needs a GPU";
    private static final int KEY_DIGITS = 12;

    /** The content of the file; missing numbers are null. */
    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("scale", result.scale().toString());
        content.put("data", result.data().description());
        content.put("test_images", result.images().test().count());
        content.put("entries", ranked().stream().map(this::entry).toList());
        return content;
    }

    private Map<String, Object> entry(Attempt attempt) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("entry", attempt.entry().name());
        entry.put("title", attempt.entry().title());
        entry.put("status", status(attempt));
        entry.put("plan_key", attempt.run().map(Run::key).orElse(null));
        entry.put(
                "validation_accuracy",
                attempt.run().map(run -> run.result().validationAccuracy()).orElse(null));
        entry.put("test_accuracy", isBest(attempt) ? result.testAccuracy() : null);
        entry.put("parameters", attempt.plan().architecture().parameterCount());
        entry.put("multiplications", attempt.plan().architecture().multiplications());
        entry.put("epochs", attempt.plan().epochs());
        entry.put("seed", attempt.run().map(run -> run.request().seed()).orElse(null));
        entry.put(
                "seconds", attempt.run().map(run -> run.provenance().seconds()).orElse(null));
        entry.put(
                "processor",
                attempt.run().map(run -> run.provenance().machine().processor()).orElse(null));
        entry.put(
                "backend", attempt.run().map(run -> run.provenance().backend()).orElse(null));
        return entry;
    }

    DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Attempt attempt : ranked()) {
            rows.add(List.of(
                    attempt.entry().title(),
                    attempt.run()
                            .filter(run -> run.result().divergence().isEmpty())
                            .map(run -> DataTable.readable(run.result().validationAccuracy()))
                            .orElse(status(attempt)),
                    isBest(attempt) ? DataTable.readable(result.testAccuracy()) : "–",
                    attempt.plan().architecture().parameterCount(),
                    String.format(
                            Locale.ROOT,
                            "%.1f million",
                            attempt.plan().architecture().multiplications() / 1e6),
                    attempt.plan().epochs(),
                    attempt.run()
                            .map(run -> DataTable.readable(
                                    Seconds.rounded(run.provenance().seconds())))
                            .orElse("–"),
                    attempt.run().map(run -> run.key().substring(0, KEY_DIGITS)).orElse("–")));
        }
        return new DataTable(
                "Leaderboard",
                List.of(
                        "Entry",
                        "Validation accuracy",
                        "Test accuracy",
                        "Parameters",
                        "Multiplications per image",
                        "Epochs",
                        "Seconds",
                        "Plan key"),
                rows);
    }

    /** How each entry is trained. */
    DataTable recipes() {
        List<List<Object>> rows = new ArrayList<>();
        for (Attempt attempt : ranked()) {
            TrainingPlan plan = attempt.plan();
            rows.add(List.of(
                    attempt.entry().title(),
                    plan.architecture().name(),
                    plan.batchSize(),
                    DecimalNotation.of(plan.optimiser().learningRate()),
                    inWords(plan.schedule()),
                    plan.augmentation()
                            .map(augmentation -> String.format(
                                    Locale.ROOT,
                                    "crops of at least %.2f of the area, flips",
                                    augmentation.smallestArea()))
                            .orElse("none"),
                    plan.objective().smoothing() == 0
                            ? "none"
                            : DataTable.readable(plan.objective().smoothing()),
                    plan.objective().penalty() == 0
                            ? "none"
                            : DecimalNotation.of(plan.objective().penalty())));
        }
        return new DataTable(
                "Recipes",
                List.of(
                        "Entry",
                        "Architecture",
                        "Batch size",
                        "Highest learning rate",
                        "Schedule",
                        "Augmentation",
                        "Label smoothing",
                        "Penalty λ"),
                rows);
    }

    private static String inWords(Schedule schedule) {
        if (schedule instanceof Schedule.WarmUpCosine cosine) {
            return String.format(Locale.ROOT, "linear warm-up for %.0f %%, then cosine to 0", 100 * cosine.warmUp());
        }
        if (schedule instanceof Schedule.Decay decay) {
            return String.format(Locale.ROOT, "times %.3g per epoch", decay.factor());
        }
        return schedule instanceof Schedule.Constant ? "constant" : "reduced on plateaus";
    }

    private List<Attempt> ranked() {
        return result.attempts().stream()
                .sorted(Comparator.comparingDouble((Attempt attempt) -> attempt.run()
                                .map(run -> run.result().validationAccuracy())
                                .orElse(-1.0))
                        .reversed())
                .toList();
    }

    private boolean isBest(Attempt attempt) {
        return attempt.equals(result.best());
    }

    private static String status(Attempt attempt) {
        if (attempt.run().isEmpty()) {
            return NOT_RUN;
        }
        return attempt.run()
                .flatMap(run -> run.result().divergence())
                .map(divergence -> "diverged at step " + divergence.step())
                .orElse("trained");
    }
}
