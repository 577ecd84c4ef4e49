package org.dlcourse.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dlcourse.experiment.Run;
import org.dlcourse.figure.DataTable;
import org.dlcourse.reference.ComparedRepeats.Position;

/**
 * The runs of a requirement beside the recorded ones: whether the mean of each plan's repeats lies where the recorded repeats predict it.
 *
 * <p>If both are of the same distributions, all means of a requirement lie there together with a probability of at least {@value
 * #CONFIDENCE}: of K plans each interval has the confidence 1 − (1 − {@value #CONFIDENCE}) / K (Bonferroni).
 *
 * @param compared one a plan whose spread is known
 * @param sameRuns how many runs are the recorded ones, to the bit, and say nothing new
 * @param otherBits how many have the key of a recorded run and other bits
 * @param spreadUnknown how many plans have fewer than three recorded repeats, or equal ones
 * @param notRecorded how many runs are of a plan or of data of which nothing is recorded
 */
public record RepeatsComparison(
        List<ComparedRepeats> compared, int sameRuns, int otherBits, int spreadUnknown, int notRecorded) {
    /** Probability that nothing is flagged of a requirement whose runs are like the recorded ones. */
    public static final double CONFIDENCE = .99;

    /** Keeps a copy. */
    public RepeatsComparison {
        compared = List.copyOf(compared);
    }

    /**
     * Compares runs with those of a recording.
     *
     * @param runs that the requirement rests on here
     */
    public static RepeatsComparison of(RecordedRequirement recorded, List<Run> runs) {
        Map<String, RecordedRun> byKey = recorded.runs().stream()
                .collect(Collectors.toMap(run -> run.run().key(), Function.identity(), (first, second) -> first));
        List<RecordedRun> others = new ArrayList<>();
        int same = 0;
        int otherBits = 0;
        for (Run run : runs) {
            RecordedRun mine = RecordedRun.of(run);
            RecordedRun theirs = byKey.get(run.key());
            if (theirs != null && theirs.resultSha256().equals(mine.resultSha256())) {
                same++;
            } else {
                otherBits += theirs == null ? 0 : 1;
                others.add(mine);
            }
        }
        Map<String, List<RecordedRun>> before = PlanRepeats.of(recorded.runs());
        Map<List<RecordedRun>, double[]> comparable = new LinkedHashMap<>();
        int unknown = 0;
        int notRecorded = 0;
        for (Map.Entry<String, List<RecordedRun>> plan : PlanRepeats.of(others).entrySet()) {
            if (!before.containsKey(plan.getKey())) {
                notRecorded += plan.getValue().size();
                continue;
            }
            double[] values = PlanRepeats.values(before.get(plan.getKey()));
            if (PredictionInterval.isKnown(values)) {
                comparable.put(plan.getValue(), values);
            } else {
                unknown++;
            }
        }
        double confidence = 1 - (1 - CONFIDENCE) / Math.max(1, comparable.size());
        return new RepeatsComparison(
                comparable.entrySet().stream()
                        .map(plan -> compared(plan.getKey(), plan.getValue(), confidence))
                        .sorted(Comparator.comparing(ComparedRepeats::plan))
                        .toList(),
                same,
                otherBits,
                unknown,
                notRecorded);
    }

    private static ComparedRepeats compared(List<RecordedRun> runs, double[] recorded, double confidence) {
        Run first = runs.get(0).run();
        return new ComparedRepeats(
                PlanRepeats.name(first),
                FinalNumber.of(first).name(),
                recorded.length,
                runs.size(),
                Arrays.stream(PlanRepeats.values(runs)).average().orElseThrow(),
                PredictionInterval.of(recorded, runs.size(), confidence));
    }

    /** How many means are not where they are expected. */
    public long flagged() {
        return compared.stream()
                .filter(one -> one.position() != Position.WITHIN)
                .count();
    }

    /** The result in a sentence; empty if nothing was compared. */
    public String inShort() {
        if (compared.isEmpty()) {
            return "";
        }
        return flagged() == 0
                ? (compared.size() == 1 ? "The mean lies" : "All " + compared.size() + " means lie")
                        + " where the recorded repeats predict " + (compared.size() == 1 ? "it." : "them.")
                : flagged() + " of " + compared.size() + (compared.size() == 1 ? " mean" : " means")
                        + (flagged() == 1 ? " lies" : " lie") + " outside of what the recorded repeats predict.";
    }

    /** What was compared and what not, and why, in sentences. */
    public List<String> inWords() {
        List<String> sentences = new ArrayList<>();
        if (!compared.isEmpty()) {
            sentences.add(inShort());
        }
        if (sameRuns > 0) {
            sentences.add((sameRuns == 1 ? "1 run is a recorded one" : sameRuns + " runs are recorded ones")
                    + ", to the bit: equal plan, seed, data, code and backend. "
                    + (sameRuns == 1 ? "It says" : "They say")
                    + " nothing new and " + (sameRuns == 1 ? "is" : "are") + " left out.");
        }
        if (otherBits > 0) {
            sentences.add((otherBits == 1 ? "1 run has" : otherBits + " runs have")
                    + " the key of a recorded run and other bits; on CPUs of one kind they must be equal.");
        }
        if (spreadUnknown > 0) {
            sentences.add("Of " + (spreadUnknown == 1 ? "1 plan" : spreadUnknown + " plans") + " fewer than "
                    + PredictionInterval.LEAST_REPEATS
                    + " repeats are recorded, or all of them gave the same number: how far repeats differ is not known, so that"
                    + " nothing is said.");
        }
        if (notRecorded > 0) {
            sentences.add(
                    (notRecorded == 1 ? "1 run is" : notRecorded + " runs are")
                            + " of a plan or of data of which nothing is recorded. Data that are split by another course.seed are other data.");
        }
        return sentences;
    }

    /** A row a plan. */
    public DataTable table() {
        return new DataTable(
                "Compared with the recorded repeats",
                List.of(
                        "Run",
                        "Number",
                        "Mean here",
                        "Repeats here",
                        "Recorded mean",
                        "Recorded repeats",
                        "Expected from",
                        "Expected to",
                        "Position"),
                compared.stream()
                        .map(one -> List.<Object>of(
                                one.plan(),
                                one.number(),
                                one.mean(),
                                one.repeats(),
                                one.expected().mean(),
                                one.recordedRepeats(),
                                one.expected().lower(),
                                one.expected().upper(),
                                one.position().toString()))
                        .toList());
    }
}
