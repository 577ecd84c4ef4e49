package org.dlcourse.report;

import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.file.CsvTable;
import org.dlcourse.figure.DataTable;

/**
 * A requirement of a finished report.
 *
 * @param id such as {@code ANN-3.1}
 * @param title of the catalogue
 * @param outcome in words
 * @param shown what the numbers show, or why the requirement did not pass
 * @param number what its key number is; empty if there is none
 * @param measured the key number as its page shows it
 * @param bound that it must be within
 * @param seconds that its test took; empty if it did not begin
 * @param tables that are attached to its page, by title; all cells are texts
 */
public record KeptRequirement(
        String id,
        String title,
        String outcome,
        String shown,
        String number,
        String measured,
        String bound,
        String seconds,
        Map<String, DataTable> tables) {
    /** Of the summary's table. */
    static final List<String> COLUMNS =
            List.of("id", "title", "outcome", "shown", "number", "measured", "bound", "seconds");

    static KeptRequirement of(CsvTable.Row row, Map<String, DataTable> tables) {
        return new KeptRequirement(
                row.cell("id"),
                row.cell("title"),
                row.cell("outcome"),
                row.cell("shown"),
                row.cell("number"),
                row.cell("measured"),
                row.cell("bound"),
                row.cell("seconds"),
                tables);
    }
}
