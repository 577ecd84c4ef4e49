package org.dlcourse.homework.ann;

import java.util.List;
import java.util.Locale;
import org.dlcourse.report.Bound;
import org.dlcourse.report.Evidence;
import org.dlcourse.report.EvidenceKind;

/**
 * What does not hold among things that are checked alike.
 *
 * @param found each with what was found, such as "cnn_3 loss_curve (750)"
 * @param of how many were checked
 */
public record Failures(List<String> found, long of) {
    private static final int NAMED = 6;

    public Failures {
        found = List.copyOf(found);
    }

    /**
     * Puts the number of failures on a requirement's page; none may be there, and where there is nothing to check nothing is shown
     * to be right.
     *
     * @param evidence of the requirement
     * @param what fails, in the plural, such as "curves without 1,350 points"
     * @param kind what kind of evidence it is
     * @param reason where the demand comes from
     */
    public void check(Evidence evidence, String what, EvidenceKind kind, String reason) {
        evidence.check(
                what + String.format(Locale.ROOT, ", of %,d", of) + named(),
                of == 0 ? Double.NaN : found.size(),
                Bound.exactly(0),
                kind,
                reason);
    }

    private String named() {
        if (found.isEmpty()) {
            return "";
        }
        String rest = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        return ": " + String.join(", ", found.subList(0, Math.min(NAMED, found.size()))) + rest;
    }
}
