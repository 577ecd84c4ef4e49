package org.dlcourse.homework.conv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dlcourse.experiment.Run;
import org.dlcourse.homework.cifar.ConfusionMatrix;
import org.dlcourse.homework.conv.Competition.Attempt;
import org.dlcourse.util.DecimalNotation;

/**
 * Answers about the competition that follow from its numbers.
 *
 * @param result of the competition
 */
record CompetitionAnswers(Competition.Result result) {
    private static final double STANDARD_ERRORS = 3;
    private static final int PAIRS = 3;

    String winner() {
        Attempt best = result.best();
        Run run = best.run().orElseThrow();
        double test = result.testAccuracy();
        int count = result.images().test().count();
        return String.format(
                Locale.ROOT,
                "\"%s\" has the best validation accuracy of the %d entries that were run, %.3f. Its network was then tested,"
                        + " once: it classifies %.3f of %,d test images correctly (standard error %.3f). %s It has %,d"
                        + " parameters, takes %.1f million multiplications per image and was trained for %d epochs in %,.0f s.",
                best.entry().title(),
                result.done().size(),
                best.validationAccuracy(),
                test,
                count,
                Math.sqrt(test * (1 - test) / count),
                test < best.validationAccuracy()
                        ? "This is less than the validation accuracy by which it was chosen, as is to be expected."
                        : "This is not less than the validation accuracy by which it was chosen.",
                best.plan().architecture().parameterCount(),
                best.plan().architecture().multiplications() / 1e6,
                best.plan().epochs(),
                run.provenance().seconds());
    }

    /** The chosen entry against the baseline over several seeds, and what differs from the handout's plan. */
    String overSeeds() {
        return String.format(
                Locale.ROOT,
                "%s The entry was chosen with the first of these seeds only; the other seeds had no part in the choice. Quick"
                        + " scale: %,d training images, mini-batches of %d in place of 128 and a quarter of the filters, because"
                        + " that takes seconds.",
                result.comparison().sentence(),
                result.data().training().count(),
                Entry.QUICK_BATCH);
    }

    /** The change of accuracy from entry to entry; where more than one thing changes, all are named. */
    String whatHelped() {
        List<String> sentences = new ArrayList<>();
        sentences.add(change(fromTutorialToPlainRecipe(), Entry.TUTORIAL, Entry.STACKED_PLAIN));
        sentences.add(
                change("Data augmentation and label smoothing, with equal epochs", Entry.STACKED_PLAIN, Entry.STACKED));
        sentences.add(change(
                "Residual blocks instead of plain convolutions, with equal multiplications and epochs",
                Entry.STACKED,
                Entry.RESIDUAL_SHORT));
        sentences.add(change(
                String.format(
                        Locale.ROOT,
                        "%d epochs instead of %d",
                        result.of(Entry.RESIDUAL).plan().epochs(),
                        result.of(Entry.RESIDUAL_SHORT).plan().epochs()),
                Entry.RESIDUAL_SHORT,
                Entry.RESIDUAL));
        return String.format(
                        Locale.ROOT,
                        "Accuracy on %,d validation images, one run each: ",
                        result.data().validation().count())
                + String.join(" ", sentences);
    }

    private String fromTutorialToPlainRecipe() {
        int before = result.of(Entry.TUTORIAL).plan().epochs();
        int after = result.of(Entry.STACKED_PLAIN).plan().epochs();
        return String.format(
                        Locale.ROOT,
                        "More convolutions, of 3x3 and batch-normalised, a penalty on the weights, and a learning rate that rises to %s"
                                + " and falls",
                        DecimalNotation.of(result.of(Entry.STACKED_PLAIN)
                                .plan()
                                .optimiser()
                                .learningRate()))
                + (before == after ? "" : String.format(Locale.ROOT, ", with %d epochs instead of %d", after, before));
    }

    private String change(String what, Entry from, Entry to) {
        double before = result.of(from).validationAccuracy();
        double after = result.of(to).validationAccuracy();
        int count = result.data().validation().count();
        double margin = STANDARD_ERRORS * Math.sqrt((before * (1 - before) + after * (1 - after)) / count);
        return String.format(
                Locale.ROOT,
                "%s: from %.3f to %.3f, %s (three standard errors: %.3f).",
                what,
                before,
                after,
                Math.abs(after - before) <= margin
                        ? "which is no significant difference for one run"
                        : after > before ? "a gain" : "a loss",
                margin);
    }

    /** The pairs of classes that are most often confused, and the class with the lowest accuracy. */
    String confused(ConfusionMatrix confusion) {
        record Pair(int one, int other, int count) {}
        int classes = confusion.counts().length;
        List<Pair> pairs = IntStream.range(0, classes)
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, classes)
                        .mapToObj(other -> new Pair(
                                one,
                                other,
                                confusion.counts()[one][other] + confusion.counts()[other][one])))
                .sorted(Comparator.comparingInt(Pair::count).reversed())
                .limit(PAIRS)
                .toList();
        long wrong =
                Math.round((1 - confusion.accuracy()) * result.images().test().count());
        int hardest = IntStream.range(0, classes)
                .boxed()
                .min(Comparator.comparingDouble(one -> confusion.fraction(one, one)))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "Of %,d misclassified images, the most frequent confusions are between %s. The hardest class is %s: %.3f of its"
                        + " images are classified correctly.",
                wrong,
                String.join(
                        ", ",
                        pairs.stream()
                                .map(pair -> confusion.classes().get(pair.one()) + " and "
                                        + confusion.classes().get(pair.other()) + " (" + pair.count() + ")")
                                .toList()),
                confusion.classes().get(hardest),
                confusion.fraction(hardest, hardest));
    }

    String goal() {
        if (result.onGpu()) {
            return "The entries were trained on a GPU, including the one that needs it; the requirement's 0.90 is asserted at full scale.";
        }
        List<String> waiting = result.attempts().stream()
                .filter(attempt -> attempt.run().isEmpty())
                .map(attempt -> String.format(
                        Locale.ROOT,
                        "\"%s\" (%,d parameters, %.0f million multiplications per image, %d epochs)",
                        attempt.entry().title(),
                        attempt.plan().architecture().parameterCount(),
                        attempt.plan().architecture().multiplications() / 1e6,
                        attempt.plan().epochs()))
                .toList();
        return "The requirement asks for 0.90 on a GPU. These entries were trained on a CPU, so 0.90 is not asserted: at full scale the"
                + " bound is 0.80. Not run, and without results on the leaderboard: "
                + String.join(", ", waiting) + ".";
    }
}
