package org.dlcourse.experiment;

import java.util.List;

/**
 * Runs that are to be trained again, whatever is kept of them.
 *
 * @param runs each once
 */
public record ChosenRuns(List<Chosen> runs) {
    /** The file that says so, in the folder whose store the new runs are kept in. */
    public static final String FILE = "chosen.json";

    /**
     * One of them.
     *
     * @param request plan and seed
     * @param dataSha256 digest of all that the run could see
     */
    public record Chosen(RunRequest request, String dataSha256) {}

    /** Keeps a copy. */
    public ChosenRuns {
        runs = List.copyOf(runs);
    }
}
