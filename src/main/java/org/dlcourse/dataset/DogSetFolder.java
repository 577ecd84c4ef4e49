package org.dlcourse.dataset;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads DogSet as its course hands it out: {@code dogs.csv} says which image is of which breed and in which part, and
 * {@code images} holds 64x64 colour PNG files.
 */
public final class DogSetFolder {
    /** The folder of the data set. */
    public static final String FOLDER = "DogSet";

    static final int SIDE = 64;
    static final List<String> COLUMNS = List.of("filename", "semantic_label", "numeric_label", "partition");

    private static final int CHANNELS = 3;
    private static final List<String> PARTS = List.of("train", "valid", "test");

    private final Path table;
    private final Path images;

    /** Reads {@code dogs.csv} and {@code images} in this folder. */
    public DogSetFolder(Path folder) {
        table = folder.resolve("dogs.csv");
        images = folder.resolve("images");
    }

    /**
     * Reads all images, in the table's order; the classes are the breeds by number.
     *
     * @throws DataException if the table or an image is missing, damaged or of another kind, a number has two breeds or a breed
     *     two numbers, an image stands in two rows, or a part has no image
     */
    public PartitionedImages read() {
        List<Row> rows = rows();
        List<String> classes = classes(rows);
        checkFiles(rows);
        return new PartitionedImages(
                "DogSet",
                ImageDataset.Origin.REAL,
                classes,
                part(rows, PARTS.get(0)),
                part(rows, PARTS.get(1)),
                part(rows, PARTS.get(2)));
    }

    private List<Row> rows() {
        if (!Files.isRegularFile(table)) {
            throw new DataException("DogSet's table " + table.toAbsolutePath() + " is missing; found "
                    + Arrays.toString(
                            table.toAbsolutePath().getParent().toFile().list())
                    + " there. Put it beside the folder images.");
        }
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<List<String>> lines = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readValues(table.toFile())) {
            List<String> header = lines.hasNextValue() ? lines.nextValue() : List.of();
            if (!header.equals(COLUMNS)) {
                throw new DataException("DogSet's table " + table.toAbsolutePath() + " has the header " + header
                        + "; expected " + COLUMNS + " in this order, separated by commas.");
            }
            while (lines.hasNextValue()) {
                int line = lines.getCurrentLocation().getLineNr();
                rows.add(row(line, lines.nextValue()));
            }
        } catch (IOException e) {
            throw new DataException("DogSet's table " + table.toAbsolutePath() + " cannot be read: " + e, e);
        }
        return rows;
    }

    private Row row(int line, List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw wrong(line, cells.size() + " cells " + cells, COLUMNS.size() + " of them " + COLUMNS);
        }
        String number = cells.get(2);
        if (!number.matches("\\d{1,4}")) {
            throw wrong(line, "the numeric label \"" + number + "\"", "a whole number from 0");
        }
        String part = cells.get(3);
        if (!PARTS.contains(part)) {
            throw wrong(line, "the partition \"" + part + "\"", "one of " + PARTS);
        }
        return new Row(line, cells.get(0), cells.get(1), Integer.parseInt(number), part);
    }

    private List<String> classes(List<Row> rows) {
        Map<Integer, Row> byNumber = new TreeMap<>();
        Map<String, Row> byBreed = new HashMap<>();
        for (Row row : rows) {
            checkSame(byNumber.putIfAbsent(row.label(), row), row);
            checkSame(byBreed.putIfAbsent(row.breed(), row), row);
        }
        List<Integer> expected = IntStream.range(0, byNumber.size()).boxed().toList();
        if (!expected.equals(List.copyOf(byNumber.keySet()))) {
            throw new DataException("DogSet's table " + table.toAbsolutePath() + " has the numeric labels "
                    + byNumber.keySet() + "; expected those from 0 without a gap.");
        }
        return byNumber.values().stream().map(Row::breed).toList();
    }

    private void checkSame(Row first, Row row) {
        if (first != null && (first.label() != row.label() || !first.breed().equals(row.breed()))) {
            throw wrong(
                    row.line(),
                    row.breed() + " with the numeric label " + row.label(),
                    first.breed() + " with " + first.label() + ", as in line " + first.line());
        }
    }

    /** One file in two parts would be learnt from and judged by. */
    private void checkFiles(List<Row> rows) {
        Map<String, Row> byFile = new HashMap<>();
        for (Row row : rows) {
            Row first = byFile.putIfAbsent(row.file(), row);
            if (first != null) {
                throw wrong(row.line(), row.file() + ", which line " + first.line() + " names too", "each image once");
            }
            if (!Files.isRegularFile(images.resolve(row.file()))) {
                throw new DataException("DogSet's image "
                        + images.resolve(row.file()).toAbsolutePath() + ", named in line " + row.line()
                        + " of dogs.csv, is missing. Unpack all images again.");
            }
        }
    }

    private LabelledImages part(List<Row> all, String part) {
        List<Row> rows = all.stream().filter(row -> row.part().equals(part)).toList();
        if (rows.isEmpty()) {
            throw new DataException("DogSet's table " + table.toAbsolutePath() + " has no image of the partition "
                    + part + "; expected some of each of " + PARTS + ".");
        }
        int size = CHANNELS * SIDE * SIDE;
        byte[] pixels = new byte[rows.size() * size];
        IntStream.range(0, rows.size()).parallel().forEach(i -> {
            byte[] planes = RgbPng.read(images.resolve(rows.get(i).file()), SIDE, SIDE);
            System.arraycopy(planes, 0, pixels, i * size, size);
        });
        return new LabelledImages(pixels, rows.stream().mapToInt(Row::label).toArray(), CHANNELS, SIDE, SIDE);
    }

    private DataException wrong(int line, String found, String expected) {
        return new DataException("Line " + line + " of DogSet's table " + table.toAbsolutePath() + " has " + found
                + "; expected " + expected + ".");
    }

    /** What a line of the table says. */
    private record Row(int line, String file, String breed, int label, String part) {}
}
