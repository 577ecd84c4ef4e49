package org.dlcourse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlcourse.figure.DataTable;

/**
 * A measured value with its bound.
 *
 * @param criterion that it belongs to; empty if to none
 * @param what was measured
 * @param measured the value
 * @param bound that it must be within
 * @param kind what kind of evidence it is
 * @param reason where the bound comes from
 */
record Check(String criterion, String what, double measured, Bound bound, EvidenceKind kind, String reason) {
    /** The checks of a requirement as its page shows them, with their criteria if it has some. */
    static DataTable table(List<Check> checks, boolean ofCriteria) {
        List<String> columns = new ArrayList<>(
                List.of("What", "Measured", "Bound", "Holds", "Kind of evidence", "Where the bound comes from"));
        if (ofCriteria) {
            columns.add(0, "Criterion");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Check check : checks) {
            List<Object> row = new ArrayList<>(check.row());
            if (ofCriteria) {
                row.add(0, check.criterion());
            }
            rows.add(row);
        }
        return new DataTable("Measured values and bounds", columns, rows);
    }

    /** Whether it is of a run that is known to be wrong, and shows that another check can fail. */
    boolean isControl() {
        return what.startsWith("control: ");
    }

    boolean holds() {
        return bound.holds().test(measured);
    }

    private List<Object> row() {
        return List.of(what, readable(), bound, holds() ? "yes" : "NO", kind, reason);
    }

    /** The value as pages show it. */
    String readable() {
        return bound.inWords(measured);
    }

    /** For whoever wrote the solution. */
    String inWords() {
        return what + ": " + readable() + ", expected " + bound + ".";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: measured %s, expected %s (%s: %s)", what, measured, bound, kind, reason);
    }
}
