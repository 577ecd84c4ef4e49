package org.dlcourse.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out whether a folder can hold native code.
 *
 * @param executable whether the system would execute a file that its owner may execute
 */
record FolderProbe(Predicate<Path> executable) {
    /** One that asks the system. */
    static FolderProbe ofProcess() {
        // Linux answers for how the folder is mounted as well.
        return new FolderProbe(Files::isExecutable);
    }

    /**
     * What keeps a folder from holding native code, in words; nothing if it can. The folder is made if it is not there.
     *
     * @param bytes how much more it must hold
     */
    Optional<String> objection(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", null);
            try {
                return objection(folder, bytes, probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            return Optional.of("it cannot be written to: " + e);
        }
    }

    private Optional<String> objection(Path folder, long bytes, Path probe) throws IOException {
        if (!probe.toFile().setExecutable(true) || !executable.test(probe)) {
            return Optional.of("files in it may not be executed, as where it is mounted noexec");
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        return free < bytes
                ? Optional.of("it has " + NativeCode.megabytes(free) + " free and needs " + NativeCode.megabytes(bytes))
                : Optional.empty();
    }
}
