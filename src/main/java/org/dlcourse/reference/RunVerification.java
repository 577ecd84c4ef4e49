package org.dlcourse.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.experiment.Provenance;
import org.dlcourse.experiment.Run;

/**
 * A recorded run beside the same run trained again: by its bits where code, backend and processor are the recorded ones, and
 * elsewhere by where another repeat of its plan is expected.
 *
 * @param verdict whether they agree
 * @param words what agrees or differs
 */
public record RunVerification(Verdict verdict, String words) {
    /** Whether two runs agree. */
    public enum Verdict {
        /** To the bit, or within the interval. */
        AGREES("agrees"),
        /** Other bits where they must be equal, or outside of the interval. */
        DIFFERS("DIFFERS"),
        /** Nothing can be said. */
        NOT_JUDGED("not judged");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Compares them.
     *
     * @param recorded the run
     * @param all recorded runs of its requirement
     * @param again the same run, trained again
     * @param confidence of the interval
     */
    public static RunVerification of(RecordedRun recorded, List<RecordedRun> all, Run again, double confidence) {
        List<String> differences = differences(recorded.run(), again);
        if (RecordedRun.of(again).resultSha256().equals(recorded.resultSha256())) {
            return new RunVerification(Verdict.AGREES, "equal to the bit" + despite(differences));
        }
        FinalNumber now = FinalNumber.of(again);
        FinalNumber before = FinalNumber.of(recorded.run());
        String numbers = String.format(Locale.ROOT, "%s %.4f, recorded %.4f", now.name(), now.value(), before.value());
        if (differences.isEmpty()) {
            return new RunVerification(
                    Verdict.DIFFERS,
                    "other bits, though code, backend and processor are the recorded ones: " + numbers);
        }
        String other =
                numbers + "; bits need not be equal, since not as recorded: " + String.join(" and ", differences);
        double[] repeats = PlanRepeats.valuesOf(recorded, all);
        if (!PredictionInterval.isKnown(repeats)) {
            return new RunVerification(
                    Verdict.NOT_JUDGED,
                    other + "; for a band at least " + PredictionInterval.LEAST_REPEATS
                            + " recorded repeats of its plan that differ are needed, and there are " + repeats.length);
        }
        PredictionInterval band = PredictionInterval.of(repeats, 1, confidence);
        boolean within = now.value() >= band.lower() && now.value() <= band.upper();
        return new RunVerification(
                within ? Verdict.AGREES : Verdict.DIFFERS,
                other
                        + String.format(
                                Locale.ROOT,
                                "; %s the band of one more repeat, %.4f to %.4f",
                                within ? "within" : "outside of",
                                band.lower(),
                                band.upper()));
    }

    private static String despite(List<String> differences) {
        return differences.isEmpty() ? "" : ", though not as recorded: " + String.join(" and ", differences);
    }

    /** What of all that determines the bits is not as recorded, in words. */
    private static List<String> differences(Run recorded, Run again) {
        List<String> differences = new ArrayList<>();
        Provenance before = recorded.provenance();
        Provenance now = again.provenance();
        if (!before.codeSha256().equals(now.codeSha256())) {
            differences.add("the code that trains");
        }
        if (!before.machine().processor().equals(now.machine().processor())) {
            differences.add("the processor (" + now.machine().processor() + ", recorded "
                    + before.machine().processor() + ")");
        }
        if (!recorded.key().equals(again.key()) && before.codeSha256().equals(now.codeSha256())) {
            differences.add("the backend (" + now.backend() + ", recorded " + before.backend() + ")");
        }
        return differences;
    }
}
