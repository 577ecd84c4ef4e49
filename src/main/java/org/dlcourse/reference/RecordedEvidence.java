package org.dlcourse.reference;

import java.util.List;
import java.util.Optional;
import org.dlcourse.figure.DataTable;

/**
 * What the page of a requirement showed.
 *
 * @param sentence what the numbers show
 * @param key the number that the requirement is about; empty if it has no check that is no control
 * @param checks all checks; they held
 * @param tables all tables, whose cells are numbers and texts
 * @param figure the main figure; empty if the page has none of lines
 */
public record RecordedEvidence(
        String sentence,
        Optional<RecordedCheck> key,
        List<RecordedCheck> checks,
        List<DataTable> tables,
        Optional<RecordedFigure> figure) {
    /** Keeps copies whose cells are read back as they were written. */
    public RecordedEvidence {
        checks = List.copyOf(checks);
        tables = tables.stream().map(RecordedEvidence::plain).toList();
    }

    private static DataTable plain(DataTable table) {
        return new DataTable(
                table.title(),
                table.columns(),
                table.rows().stream()
                        .map(row -> row.stream().map(RecordedEvidence::plain).toList())
                        .toList());
    }

    private static Object plain(Object cell) {
        return cell instanceof Number ? cell : cell.toString();
    }
}
