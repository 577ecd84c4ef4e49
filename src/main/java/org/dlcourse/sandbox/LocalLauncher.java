package org.dlcourse.sandbox;

import java.nio.file.Path;

/** Starts workers on this machine in one kind of enclosure. */
final class LocalLauncher {
    private final Enclosure enclosure;

    LocalLauncher(Enclosure enclosure) {
        this.enclosure = enclosure;
    }

    Worker start(WorkerCommand command, Path submission, Limits limits) {
        WorkerUser user = WorkerUser.take();
        WorkFolder folder;
        LocalProcess process;
        try {
            folder = WorkFolder.create(user, command.program(), submission);
        } catch (RuntimeException e) {
            user.close();
            throw e;
        }
        try {
            process = LocalProcess.start(
                    enclosure, user, folder, limits, command.readable(), command.words(enclosure.program(folder)));
        } catch (RuntimeException e) {
            folder.remove();
            user.close();
            throw e;
        }
        return Worker.ready(process, limits, folder.remarks());
    }
}
