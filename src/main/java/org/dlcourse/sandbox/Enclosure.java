package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;

/** What is put around a worker's command on this machine, and how its files look from within. */
interface Enclosure {
    /** The folder of the worker's program, as the worker sees it. */
    String program(WorkFolder folder);

    /** The folder of the submission, as the worker sees it. */
    String submission(WorkFolder folder);

    /** The folder that the worker can write, as the worker sees it. */
    String temporary(WorkFolder folder);

    /**
     * The whole command.
     *
     * @param readable folders of this machine that it can read
     * @param words the worker's own command
     */
    List<String> around(WorkFolder folder, WorkerUser user, Limits limits, List<Path> readable, List<String> words);

    /** Whether the worker may have written elsewhere than in its folder. */
    boolean leavesFilesElsewhere();
}
