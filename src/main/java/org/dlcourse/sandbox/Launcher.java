package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** How a sandbox starts processes. */
interface Launcher {
    /**
     * Starts a command on copies of its files.
     *
     * @param program folder with the command's own files
     * @param readable folders of this machine that it can read as well
     * @param words the command, by the folders that it will see
     * @throws SandboxException if it cannot be started; nothing is left then
     */
    WorkerProcess launch(
            Path program, Path submission, Limits limits, List<Path> readable, Function<Places, List<String>> words);

    /** Where workers run, as a report says it behind what they say of themselves; empty on the machine itself. */
    default String where() {
        return "";
    }

    /** Starts a worker and waits until it is ready. */
    default Worker start(WorkerCommand command, Path submission, Limits limits) {
        return Worker.ready(
                launch(
                        command.program(),
                        submission,
                        limits,
                        command.readable(),
                        places -> command.words(places.program())),
                limits,
                where());
    }
}
