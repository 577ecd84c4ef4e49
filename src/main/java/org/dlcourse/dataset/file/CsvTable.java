package org.dlcourse.dataset.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlcourse.dataset.DataException;

/**
 * A table of text whose first line names its columns, in any order and among others, separated by commas, semicolons or tabs.
 *
 * <p>Spaces around cells, rows of empty cells and the letter case of the columns' names do not matter.
 */
public final class CsvTable {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    /**
     * What a line says in the columns that are read.
     *
     * @param table the table's name in errors
     * @param line its number in the file, from 1
     * @param cells by column
     */
    public record Row(String table, int line, Map<String, String> cells) {
        /** What the line says in this column, whatever letter case the column's name is in. */
        public String cell(String column) {
            return cells.get(columnName(column));
        }

        /** The error for a row that cannot be used. */
        public DataException wrong(String found, String expected) {
            return new DataException(
                    "Line " + line + " of " + table + " has " + found + "; expected " + expected + ".");
        }
    }

    /**
     * Reads these columns of a file.
     *
     * @param what the file is, such as {@code DogSet's table}
     * @throws DataException if the file cannot be read, lacks a column or has one twice, or a line has too few cells or too many
     */
    public CsvTable(String what, Path file, List<String> columns) {
        this.columns = columns.stream().map(CsvTable::columnName).toList();
        name = what + " " + file.toAbsolutePath();
        String text = TextFile.read(what, file);
        List<Line> lines = lines(text, separator(text));
        List<String> header = lines.stream()
                .limit(1)
                .flatMap(line -> line.cells().stream())
                .map(CsvTable::columnName)
                .toList();
        checkHeader(header);
        rows = lines.stream().skip(1).map(line -> row(header, line)).toList();
    }

    /** What and where the table is, as errors name it. */
    public String name() {
        return name;
    }

    /** The rows in the file's order, without empty ones. */
    public List<Row> rows() {
        return rows;
    }

    /** The separator between the columns that are read, as far as the first line has them. */
    private char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        separator -> Arrays.stream(header.replace("\"", "").split(separator.toString()))
                                .filter(cell -> columns.contains(columnName(cell)))
                                .count()))
                .orElseThrow();
    }

    private static String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private List<Line> lines(String text, char separator) {
        List<Line> found = new ArrayList<>();
        try (MappingIterator<List<String>> lines = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .with(CsvParser.Feature.TRIM_SPACES)
                .readValues(text)) {
            while (lines.hasNextValue()) {
                int number = lines.getCurrentLocation().getLineNr();
                List<String> cells =
                        lines.nextValue().stream().map(String::strip).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    found.add(new Line(number, cells));
                }
            }
        } catch (JsonProcessingException e) {
            throw new DataException(
                    name + " is damaged near line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()
                            + " Look for a quotation mark that is open, and save the table again.",
                    e);
        } catch (IOException e) {
            throw new DataException(name + " cannot be read: " + e, e);
        }
        return found;
    }

    private void checkHeader(List<String> header) {
        for (String column : columns) {
            if (Collections.frequency(header, column) != 1) {
                throw new DataException(name + " has the header " + header + "; expected the columns " + columns
                        + ", each once, in any order and among others, separated by commas, semicolons or tabs.");
            }
        }
    }

    private Row row(List<String> header, Line line) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), line.cells().size()); i++) {
            cells.put(header.get(i), line.cells().get(i));
        }
        cells.keySet().retainAll(columns);
        Row row = new Row(name, line.number(), cells);
        boolean isTooLong = line.cells().stream().skip(header.size()).anyMatch(cell -> !cell.isEmpty());
        if (isTooLong || cells.size() < columns.size()) {
            throw row.wrong(line.cells().size() + " cells " + line.cells(), header.size() + " of them " + header);
        }
        return row;
    }

    private record Line(int number, List<String> cells) {}
}
