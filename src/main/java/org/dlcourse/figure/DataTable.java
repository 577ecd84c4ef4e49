package org.dlcourse.figure;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table of texts and numbers.
 *
 * @param title content of the table
 * @param columns names of the columns
 * @param rows one list per row, with one cell per column
 */
public record DataTable(String title, List<String> columns, List<List<Object>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of \"" + title + "\" has " + row.size() + " cells for " + columns.size() + " columns.");
            }
        }
    }

    /** A table of columns of numbers, all of the same length. */
    public static DataTable ofColumns(String title, List<String> names, List<double[]> columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < columns.get(0).length; row++) {
            List<Object> cells = new ArrayList<>();
            for (double[] column : columns) {
                cells.add(column[row]);
            }
            rows.add(cells);
        }
        return new DataTable(title, names, rows);
    }

    /** The table as comma-separated values (RFC 4180), with all digits of the numbers. */
    public String csv() {
        StringBuilder csv = new StringBuilder(line(columns));
        rows.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    /**
     * Reads what {@link #csv} wrote.
     *
     * @param title of the table, which comma-separated values do not have
     * @param csv its first line has the names of the columns
     * @return all cells are texts
     * @throws IllegalArgumentException if it is no table
     */
    public static DataTable ofCsv(String title, String csv) {
        try (MappingIterator<List<String>> lines = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            List<List<String>> all = lines.readAll();
            if (all.isEmpty()) {
                throw new IllegalArgumentException("\"" + title + "\" has no line; expected the names of its columns.");
            }
            return new DataTable(
                    title,
                    all.get(0),
                    all.stream().skip(1).map(row -> List.<Object>copyOf(row)).toList());
        } catch (IOException e) {
            throw new IllegalArgumentException("\"" + title + "\" is no table of comma-separated values.", e);
        }
    }

    private static String line(List<?> cells) {
        return cells.stream().map(DataTable::csvCell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String csvCell(Object cell) {
        String text = cell.toString();
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A cell for readers: integers with thousands separators, decimals as they are, other numbers rounded to three decimals. */
    public static String readable(Object cell) {
        if (cell instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return String.format(Locale.ROOT, "%,d", ((Number) cell).longValue());
        }
        if (cell instanceof Number number) {
            return String.format(Locale.ROOT, "%.3f", number.doubleValue());
        }
        return cell.toString();
    }
}
