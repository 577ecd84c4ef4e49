package org.dlcourse.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether a run may follow the last one: the number of requirements that passed must not fall. What is not covered,
 * skipped, not selected or did not finish has not passed.
 *
 * @param open whether it may
 * @param message why, in one line
 */
public record QualityGate(boolean open, String message) {
    /** Not 1, as which Maven ends where it could not start this. */
    private static final int CLOSED = 3;

    private static final int NO_DECISION = 4;

    /**
     * Compares the results of a run with those that were kept of the last, and keeps them in their place unless the number
     * fell. Exit status 0: it did not; 3: it did; 4: there is nothing to decide on. {@code .ci/gate} makes 1 and 2 of the latter.
     *
     * @param arguments folder of Allure's raw results; file that keeps the last run's outcomes, which need not be there
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Quality gate: " + arguments.length
                    + " arguments; expected two, the folder of results and the file of the last run's outcomes.");
            System.exit(NO_DECISION);
        }
        try {
            QualityGate gate = pass(Path.of(arguments[0]), Path.of(arguments[1]));
            (gate.open() ? System.out : System.err).println("Quality gate: " + gate.message());
            System.exit(gate.open() ? 0 : CLOSED);
        } catch (IOException e) {
            System.err.println("Quality gate: " + e.getMessage());
            System.exit(NO_DECISION);
        }
    }

    /** Decides on a run and, where the gate is open, keeps its outcomes. */
    static QualityGate pass(Path results, Path kept) throws IOException {
        RequirementResults now = RequirementResults.ofFolder(results, RequirementCatalogue.ofClassPath());
        QualityGate gate = Files.exists(kept) ? between(RequirementResults.ofFile(kept), now) : first(now);
        if (gate.open()) {
            now.keep(kept);
        }
        return gate;
    }

    private static QualityGate first(RequirementResults now) {
        return new QualityGate(true, count(now) + "; there is no earlier run to compare with.");
    }

    static QualityGate between(RequirementResults last, RequirementResults now) {
        int before = last.passed().size();
        int change = now.passed().size() - before;
        Set<String> lost = difference(last, now);
        Set<String> gained = difference(now, last);
        StringBuilder message = new StringBuilder(count(now));
        message.append(
                change == 0
                        ? ", as many as in the last run"
                        : ", " + Math.abs(change) + (change < 0 ? " fewer" : " more") + " than in the last run");
        message.append(" (").append(before).append(").");
        if (!lost.isEmpty()) {
            message.append(" No longer passed: ")
                    .append(lost.stream()
                            .map(id -> id + " (" + now.outcome(id) + ")")
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        if (!gained.isEmpty()) {
            message.append(" Passed now: ").append(String.join(", ", gained)).append('.');
        }
        return new QualityGate(change >= 0, message.toString());
    }

    private static Set<String> difference(RequirementResults one, RequirementResults other) {
        Set<String> ids = new TreeSet<>(one.passed());
        ids.removeAll(other.passed());
        return ids;
    }

    private static String count(RequirementResults results) {
        return results.passed().size() + " of " + results.outcomes().size() + " requirements passed";
    }
}
