package org.dlcourse.dataset.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps other processes, and other threads of this one, from making the same folder at the same time.
 *
 * <p>The system gives the lock back when a process ends, however it ends.
 */
final class FolderLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits for the lock as long as it takes; {@code busy} runs once if it is taken. */
    static FolderLock acquire(Path file, Duration poll, Runnable busy) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (boolean told = false; !taken(channel); told = true) {
                if (!told) {
                    busy.run();
                }
                Thread.sleep(poll.toMillis());
            }
            return new FolderLock(file, channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Removes the file too: only once the folder is there, which whoever still waits for the removed file then sees. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
