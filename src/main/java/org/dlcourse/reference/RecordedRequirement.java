package org.dlcourse.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A requirement that trained and passed, recorded with what its page showed and the runs that it rests on.
 *
 * @param id of the requirement, such as {@code ANN-3.1}
 * @param title of the catalogue
 * @param origin where it comes from
 * @param evidence what its page showed
 * @param runs all that its numbers rest on
 */
public record RecordedRequirement(
        String id, String title, RecordedOrigin origin, RecordedEvidence evidence, List<RecordedRun> runs) {
    /** Keeps a copy of the list. */
    public RecordedRequirement {
        runs = List.copyOf(runs);
    }

    /** Where it comes from, in one line such as {@code full scale, CIFAR-10 (real), 50 runs with 10 seeds, 2026-11-28, code 30e851a1c1c2}. */
    public String inWords() {
        return Stream.of(
                        origin.scale() + " scale",
                        String.join(", ", origin.dataTitles()),
                        runsInWords(),
                        origin.date(),
                        "code " + origin.code(),
                        origin.machine().processor() + ", " + cores())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String runsInWords() {
        long seeds =
                runs.stream().map(run -> run.run().request().seed()).distinct().count();
        return (runs.size() == 1 ? "1 run" : runs.size() + " runs")
                + (seeds == 1 ? " with one seed" : " with " + seeds + " seeds");
    }

    private String cores() {
        int cores = origin.machine().cores();
        return cores == 1 ? "1 core" : cores + " cores";
    }
}
