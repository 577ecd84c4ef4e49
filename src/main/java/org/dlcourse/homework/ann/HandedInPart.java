package org.dlcourse.homework.ann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlcourse.figure.DataTable;
import org.dlcourse.grading.RecordedTraining;
import org.dlcourse.grading.SubmittedResults;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * A student's result files of one part of the handout, and what must hold of them whatever they show.
 *
 * @param results those of the part
 * @param networks that are asked for, in the handout's order
 * @param curves keys of the curves that each network must have
 * @param others keys of what it must have beside them
 * @param points of each curve
 */
public record HandedInPart(
        SubmittedResults results, List<String> networks, List<String> curves, List<String> others, int points) {
    /** The handout's number of training images. */
    public static final int TRAINING_IMAGES = 45_000;

    /** The criterion of what {@link #check} looks at. */
    public static final String COMPLETE = "complete curves";

    /** Larger numbers are no loss of these networks, and no axis of a chart is made for them. */
    private static final double LARGEST_DRAWN = 1e9;

    public HandedInPart {
        networks = List.copyOf(networks);
        curves = List.copyOf(curves);
        others = List.copyOf(others);
    }

    /** The files of a network. */
    public Optional<RecordedTraining> of(String network) {
        return results.trainings().stream()
                .filter(one -> one.network().equals(network))
                .findFirst();
    }

    /**
     * The files of the networks that are asked for.
     *
     * @return in the handout's order; fewer than asked for if files are missing
     */
    public List<RecordedTraining> found() {
        return networks.stream().flatMap(network -> of(network).stream()).toList();
    }

    /**
     * A number of a network.
     *
     * @return NaN if it is missing
     */
    public double number(String network, String key) {
        return of(network).map(one -> one.number(key)).orElse(Double.NaN);
    }

    /**
     * The mean of a part of a curve.
     *
     * @param from where the part begins, as a fraction of the points
     * @param to where it ends
     * @return NaN if the curve is missing or empty
     */
    public double mean(String network, String key, double from, double to) {
        double[] curve = of(network).map(one -> one.curve(key)).orElseGet(() -> new double[0]);
        return Arrays.stream(curve, (int) Math.floor(from * curve.length), (int) Math.ceil(to * curve.length))
                .average()
                .orElse(Double.NaN);
    }

    /** Whether a curve has points, all of them of a size that can be drawn. */
    public static boolean canBeDrawn(double[] curve) {
        return curve.length > 0 && Arrays.stream(curve).allMatch(value -> Math.abs(value) < LARGEST_DRAWN);
    }

    /** The numbers 1, 2, 3 and so on, one for each point of a curve. */
    public static double[] numbered(double[] curve) {
        return IntStream.rangeClosed(1, curve.length).asDoubleStream().toArray();
    }

    /** The curves that can be drawn, a table each. */
    public List<DataTable> tables() {
        return found().stream()
                .flatMap(training -> tables(training, curves).stream())
                .toList();
    }

    /** Those of one network. */
    public static List<DataTable> tables(RecordedTraining training, List<String> keys) {
        return keys.stream()
                .filter(key -> canBeDrawn(training.curve(key)))
                .map(key -> DataTable.ofColumns(
                        (training.network() + " " + key).strip(),
                        List.of("recorded point", key),
                        List.of(numbered(training.curve(key)), training.curve(key))))
                .toList();
    }

    /** Puts on the page which files were found, and how they were understood. */
    public void show(Evidence evidence) {
        evidence.table(files());
        if (!results.remarks().isEmpty()) {
            evidence.table(new DataTable(
                    "How the files were understood",
                    List.of("Remark"),
                    results.remarks().stream().map(List::<Object>of).toList()));
        }
    }

    private DataTable files() {
        List<List<Object>> rows = new ArrayList<>();
        for (String network : networks) {
            Optional<RecordedTraining> training = of(network);
            rows.add(List.of(
                    network,
                    training.map(RecordedTraining::file).orElse("missing"),
                    training.map(this::lengths).orElse("–"),
                    training.map(one -> String.join(", ", missing(one)))
                            .map(missing -> missing.isEmpty() ? "none" : missing)
                            .orElse("all")));
        }
        results.trainings().stream()
                .filter(one -> !networks.contains(one.network()))
                .forEach(one -> rows.add(List.of(
                        one.network().isEmpty() ? "not named" : one.network() + ", not asked for",
                        one.file(),
                        lengths(one),
                        "–")));
        results.unused().forEach(one -> rows.add(List.of("not understood", one.file(), "–", "–")));
        return new DataTable(
                String.format(Locale.ROOT, "Files; expected are %,d points a curve", points),
                List.of("Network", "File", "Points of its curves", "Missing keys"),
                rows);
    }

    private String lengths(RecordedTraining training) {
        return curves.stream()
                .filter(training::has)
                .map(key -> String.format(Locale.ROOT, "%,d", training.curve(key).length))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<String> missing(RecordedTraining training) {
        List<String> keys = new ArrayList<>(curves);
        keys.addAll(others);
        keys.removeIf(training::has);
        return keys;
    }

    /** Checks files, keys, numbers of points, and that each number is one that its kind can be. */
    public void check(Evidence evidence) {
        List<RecordedTraining> found = found();
        new Failures(networks.stream().filter(network -> of(network).isEmpty()).toList(), networks.size())
                .check(evidence, "networks without a result file", EvidenceKind.EXACT, "the handout's list");
        new Failures(
                        found.stream()
                                .flatMap(one -> missing(one).stream().map(key -> one.network() + " " + key))
                                .toList(),
                        (long) found.size() * (curves.size() + others.size()))
                .check(evidence, "missing keys", EvidenceKind.EXACT, "the handout's list of keys");
        checkPoints(evidence, found);
        checkCurves(
                evidence, found, "arrays with numbers that are not finite", "", Double::isFinite, "what was computed");
        checkCurves(
                evidence,
                found,
                "arrays with losses below 0",
                "loss",
                value -> !(value < 0),
                "cross-entropy is not negative");
        checkCurves(
                evidence,
                found,
                "arrays with accuracies outside of 0 to 1",
                "acc",
                value -> !(value < 0 || value > 1),
                "an accuracy is a fraction; percent was divided by 100");
        checkCurves(
                evidence,
                found,
                "arrays with magnitudes below 0",
                "grad",
                value -> !(value < 0),
                "a Euclidean norm is not negative");
    }

    private void checkPoints(Evidence evidence, List<RecordedTraining> found) {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (RecordedTraining training : found) {
            for (String key : curves) {
                if (training.has(key)) {
                    count++;
                    int length = training.curve(key).length;
                    if (length != points) {
                        wrong.add(String.format(Locale.ROOT, "%s %s (%,d)", training.network(), key, length));
                    }
                }
            }
        }
        new Failures(wrong, count)
                .check(
                        evidence,
                        String.format(Locale.ROOT, "curves without %,d points", points),
                        EvidenceKind.EXACT,
                        "the handout's epochs, batch size and a point every 10 steps");
    }

    /** Checks the keys that contain a word; nothing where none of the part's keys does. */
    private void checkCurves(
            Evidence evidence,
            List<RecordedTraining> found,
            String what,
            String word,
            DoublePredicate holds,
            String reason) {
        List<String> keys = new ArrayList<>(curves);
        keys.addAll(others);
        keys.removeIf(key -> !key.contains(word));
        List<String> wrong = new ArrayList<>();
        long count = 0;
        for (RecordedTraining training : found) {
            for (String key : keys) {
                count += training.has(key) ? 1 : 0;
                double[] bad = Arrays.stream(training.curve(key))
                        .filter(value -> !holds.test(value))
                        .toArray();
                if (bad.length > 0) {
                    wrong.add(String.format(
                            Locale.ROOT, "%s %s (%s, %,d in all)", training.network(), key, bad[0], bad.length));
                }
            }
        }
        if (!keys.isEmpty()) {
            new Failures(wrong, count).check(evidence, what, EvidenceKind.EXACT, reason);
        }
    }
}
