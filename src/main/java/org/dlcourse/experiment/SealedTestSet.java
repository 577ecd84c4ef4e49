package org.dlcourse.experiment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dlcourse.training.TrainingData;

/**
 * Keeps a test set closed while plans are chosen, and reads it once for each choice.
 *
 * <p>A test accuracy is honest only if nothing was chosen by it. So the candidates are trained on data without the test
 * set, and whoever reads it must name all of them and the one with the best validation accuracy.
 */
public final class SealedTestSet {
    private final TrainingData data;
    private final String sha256WithoutTest;
    private final Set<String> read = new HashSet<>();

    public SealedTestSet(TrainingData data) {
        this.data = data;
        this.sha256WithoutTest = data.withoutTest().sha256();
    }

    /** What candidates are trained on and judged by. */
    public TrainingData withoutTest() {
        return data.withoutTest();
    }

    /** The best candidate by validation accuracy, or R² where targets are numbers; the first of equal ones. */
    public static Run best(List<Run> candidates) {
        return candidates.stream()
                .max(Comparator.comparingDouble((Run run) -> run.result().validationScore())
                        .thenComparing(run -> -candidates.indexOf(run)))
                .orElseThrow(() -> new IllegalStateException(
                        "The test set is read after a search, and no candidate has been trained yet."));
    }

    /**
     * Tests the chosen candidate: its plan once more, on the data with the test set.
     *
     * @param question what is chosen; each question reads the test set once
     * @param chosen the candidate to be tested
     * @param candidates all that were tried on the data without the test set
     * @param laboratory that does the run
     * @return the run with its test accuracy; the test set counts as read once it is there
     * @throws IllegalStateException if nothing was tried, a candidate saw other data, the chosen one is not the best by
     *     validation accuracy, or the test set was read for this question before
     */
    public synchronized Run test(String question, Run chosen, List<Run> candidates, Laboratory laboratory) {
        check(question, chosen, candidates);
        Run tested = laboratory.runs(data, List.of(chosen.request())).get(0);
        read.add(question);
        return tested;
    }

    /**
     * Opens the test set for the chosen candidate as it was trained, for one who has kept its parameters.
     *
     * @return the data with their test set, which counts as read
     * @throws IllegalStateException as {@link #test} does
     */
    public synchronized TrainingData open(String question, Run chosen, List<Run> candidates) {
        check(question, chosen, candidates);
        read.add(question);
        return data;
    }

    private void check(String question, Run chosen, List<Run> candidates) {
        Run best = best(candidates);
        for (Run candidate : candidates) {
            if (!candidate.provenance().dataSha256().equals(sha256WithoutTest)) {
                throw new IllegalStateException("The candidate " + candidate.request() + " of \"" + question
                        + "\" was not trained on these data without their test set, but on "
                        + candidate.provenance().data() + ".");
            }
        }
        if (!chosen.equals(best)) {
            throw new IllegalStateException("The test set is read with the best candidate of \"" + question
                    + "\" by validation score, " + best.request() + ": "
                    + best.result().validationScore() + ", not with " + chosen.request() + ": "
                    + chosen.result().validationScore() + ".");
        }
        if (read.contains(question)) {
            throw new IllegalStateException("The test set was read for \"" + question
                    + "\" before. A second look would make it one more validation set.");
        }
    }
}
