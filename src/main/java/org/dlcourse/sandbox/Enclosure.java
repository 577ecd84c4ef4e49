package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;

/** What is put around a worker's command on this machine, and how its files look from within. */
interface Enclosure {
    /** The worker's folders as it sees them. */
    Places places(WorkFolder folder);

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
