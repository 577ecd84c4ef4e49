package org.dlcourse.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dlcourse.util.AtomicFile;

/**
 * What became of each requirement when it last ran, kept beside the history of reports. Runs at another scale or with another seed are
 * kept apart: their numbers differ for that alone.
 *
 * @param entries by the requirement's id, the scale and the seed
 */
record LastRuns(Map<String, Entry> entries) {
    private static final String FILE = "summary.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A requirement's last run.
     *
     * @param outcome in words
     * @param number what its key number is
     * @param measured its key number
     * @param run that it was in
     */
    record Entry(String outcome, String number, String measured, String run) {}

    /**
     * What differs from the last run.
     *
     * @param compared how many requirements have run before
     * @param changes a sentence each
     */
    record Difference(int compared, List<String> changes) {}

    LastRuns {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads what earlier runs left.
     *
     * @param history folder of the history of reports
     * @return without entries if there was no run
     * @throws IOException if the file is not what {@link #with} and {@link #keep} write
     */
    static LastRuns ofFolder(Path history) throws IOException {
        Path file = history.resolve(FILE);
        if (Files.notExists(file)) {
            return new LastRuns(Map.of());
        }
        try {
            return new LastRuns(
                    JSON.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Entry>>() {}));
        } catch (JacksonException e) {
            throw new IOException(
                    file.toAbsolutePath() + " is not what a run left (" + e.getOriginalMessage()
                            + "). Remove it to compare with no earlier run.",
                    e);
        }
    }

    /** What differs in a run. */
    Difference differenceOf(Summary now) {
        int compared = 0;
        List<String> changes = new ArrayList<>();
        for (SummaryRow row : now.rows()) {
            Entry before = entries.get(key(row, now));
            if (before != null && row.outcome().isOfThisRun()) {
                compared++;
                change(before, row).ifPresent(changes::add);
            }
        }
        return new Difference(compared, changes);
    }

    private static Optional<String> change(Entry before, SummaryRow row) {
        String was = " (" + before.run() + ").";
        if (!before.outcome().equals(row.outcome().toString())) {
            return Optional.of(row.id() + ": " + row.outcome() + ", before " + before.outcome() + was);
        }
        if (!before.number().equals(row.facts().number())) {
            return Optional.of(row.id() + ": the key number is now \""
                    + row.facts().number() + "\", before \"" + before.number() + "\"" + was);
        }
        return before.measured().equals(row.facts().measured())
                ? Optional.empty()
                : Optional.of(row.id() + ": " + before.number() + " is "
                        + row.facts().measured() + ", before " + before.measured() + was);
    }

    /** The same with a run that is over; a requirement that it left out keeps what it did before. */
    LastRuns with(Summary now) {
        Map<String, Entry> all = new TreeMap<>(entries);
        now.rows().stream()
                .filter(row -> row.outcome().isOfThisRun())
                .forEach(row -> all.put(
                        key(row, now),
                        new Entry(
                                row.outcome().toString(),
                                row.facts().number(),
                                row.facts().measured(),
                                now.run())));
        return new LastRuns(all);
    }

    /** Writes it whole or not at all. */
    void keep(Path history) throws IOException {
        AtomicFile.write(history.toAbsolutePath().resolve(FILE), JSON.writeValueAsBytes(new TreeMap<>(entries)));
    }

    private static String key(SummaryRow row, Summary run) {
        return row.id() + ", " + run.scale() + " scale, seed " + run.seed();
    }
}
