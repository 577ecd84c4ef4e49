package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Starts workers on this machine in one kind of enclosure. */
final class LocalLauncher {
    private final Enclosure enclosure;

    LocalLauncher(Enclosure enclosure) {
        this.enclosure = enclosure;
    }

    Worker start(WorkerCommand command, Path submission, Limits limits) {
        LocalProcess process = launch(
                command.program(),
                submission,
                limits,
                command.readable(),
                folder -> command.words(enclosure.program(folder)));
        return Worker.ready(process, limits, process.folder().remarks());
    }

    /**
     * Starts a command with a user and a folder of its own.
     *
     * @param program folder with the command's own files
     * @param words the command, by the folder that it runs on
     */
    LocalProcess launch(
            Path program,
            Path submission,
            Limits limits,
            List<Path> readable,
            Function<WorkFolder, List<String>> words) {
        WorkerUser user = WorkerUser.take();
        try {
            WorkFolder folder = WorkFolder.create(user, program, submission);
            try {
                return LocalProcess.start(enclosure, user, folder, limits, readable, words.apply(folder));
            } catch (RuntimeException e) {
                folder.remove();
                throw e;
            }
        } catch (RuntimeException e) {
            user.close();
            throw e;
        }
    }
}
