package org.dlcourse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often requirements pass with different seeds.
 *
 * @param trials one a seed
 */
record PassRates(List<Trial> trials) {
    /**
     * The tests of requirements with one seed.
     *
     * @param seed of everything random
     * @param results by the requirement's id
     */
    record Trial(long seed, Map<String, Result> results) {
        /** How many passed. */
        long passed() {
            return results.values().stream().filter(Result::passed).count();
        }
    }

    /**
     * The result of one requirement.
     *
     * @param outcome of its test
     * @param message why, where it did not pass; one line
     */
    record Result(Outcome outcome, String message) {
        boolean passed() {
            return outcome == Outcome.PASSED;
        }
    }

    PassRates {
        trials = List.copyOf(trials);
    }

    /** The results by the lines of a {@link SeedTrial}; a requirement that has no line did not finish. */
    static Trial trial(long seed, List<String> ids, List<String> lines) {
        Map<String, Result> results = new LinkedHashMap<>();
        ids.forEach(id -> results.put(id, new Result(Outcome.DID_NOT_FINISH, "the process ended before")));
        for (String line : lines) {
            String[] cells = line.split("\t", 3);
            results.put(cells[0], new Result(Outcome.valueOf(cells[1]), cells[2]));
        }
        return new Trial(seed, results);
    }

    /** A row a requirement: how many seeds it passed with, and what the others ended with; in Markdown. */
    String markdown() {
        StringBuilder table = new StringBuilder("| requirement | passed | seeds that did not pass |\n|---|---:|---|\n");
        for (String id : ids()) {
            table.append("| ")
                    .append(id)
                    .append(" | ")
                    .append(passed(id))
                    .append(" of ")
                    .append(trials.size())
                    .append(" | ")
                    .append(others(id))
                    .append(" |\n");
        }
        return table.toString();
    }

    private List<String> ids() {
        return trials.isEmpty()
                ? List.of()
                : new ArrayList<>(trials.get(0).results().keySet());
    }

    private long passed(String id) {
        return trials.stream().filter(trial -> result(trial, id).passed()).count();
    }

    private String others(String id) {
        return trials.stream()
                .filter(trial -> !result(trial, id).passed())
                .map(trial -> trial.seed() + " (" + result(trial, id).outcome() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Why requirements did not pass, a line each. */
    List<String> reasons() {
        return trials.stream()
                .flatMap(trial -> trial.results().entrySet().stream()
                        .filter(entry -> !entry.getValue().passed())
                        .map(entry -> "seed " + trial.seed() + ", " + entry.getKey() + " "
                                + entry.getValue().outcome() + ": "
                                + entry.getValue().message()))
                .toList();
    }

    private static Result result(Trial trial, String id) {
        return Optional.ofNullable(trial.results().get(id)).orElseThrow();
    }
}
