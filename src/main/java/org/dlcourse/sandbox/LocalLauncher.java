package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Starts workers on this machine in one kind of enclosure. */
final class LocalLauncher implements Launcher {
    private final Enclosure enclosure;

    LocalLauncher(Enclosure enclosure) {
        this.enclosure = enclosure;
    }

    @Override
    public WorkerProcess launch(
            Path program, Path submission, Limits limits, List<Path> readable, Function<Places, List<String>> words) {
        WorkerUser user = WorkerUser.take();
        try {
            WorkFolder folder = WorkFolder.create(user, program, submission);
            try {
                return LocalProcess.start(
                        enclosure, user, folder, limits, readable, words.apply(enclosure.places(folder)));
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
