package org.dlcourse.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The processes of a cluster that train, in words.
 *
 * @param all of them, one an executor
 */
record TrainingProcesses(List<TrainingProcess> all) {
    /** What they compute with, each kind with its number; says so where they differ in what decides bits. */
    String inWords() {
        Map<String, Long> kinds = all.stream()
                .collect(Collectors.groupingBy(TrainingProcesses::kind, LinkedHashMap::new, Collectors.counting()));
        String words = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + (kind.getValue() == 1 ? " executor: " : " executors: ") + kind.getKey())
                .collect(Collectors.joining("; "));
        return differInBits()
                ? words
                        + ". They differ in what decides the last bits of a result: equal seeds give equal bits only on executors that"
                        + " are alike, and each run is kept as what its executor trained"
                : words;
    }

    private static String kind(TrainingProcess process) {
        return process.identity().backend() + ", " + process.machine().processor() + ", "
                + process.machine().java();
    }

    private boolean differInBits() {
        return all.stream()
                        .map(process -> process.identity().backend().identity())
                        .distinct()
                        .count()
                > 1;
    }
}
