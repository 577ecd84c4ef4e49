package org.dlcourse.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user that a worker's processes run as.
 *
 * <p>Where this process may choose, that is a user of the worker's own: a number that no account and no process has, so that two
 * workers cannot reach each other, a limit on processes counts only this worker's, and ending all processes of the user ends
 * nothing else. Elsewhere it is the user of this process.
 *
 * @param number the user's number
 * @param lock what keeps other workers from the number; none where the user is that of this process
 */
record WorkerUser(long number, Optional<FileLock> lock) implements AutoCloseable {
    /** Not the number of nobody, which services run as, and which some file systems keep space in reserve for. */
    private static final int FIRST = 58000;

    private static final int COUNT = 1000;
    private static final Path LOCKS = Path.of("/run/dl-course-harness");
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    /** The user of this process. */
    static WorkerUser same() {
        return new WorkerUser(ProcessTable.ownUser(), Optional.empty());
    }

    /** Whether this process may choose. */
    static boolean canBeOwn() {
        return ProcessTable.ownUser() == 0;
    }

    /**
     * Takes a user.
     *
     * @throws SandboxException if all numbers are in use
     */
    static WorkerUser take() {
        if (!canBeOwn()) {
            return same();
        }
        try {
            Set<Long> used = used();
            int start = new SecureRandom().nextInt(COUNT);
            for (int i = 0; i < COUNT; i++) {
                long number = FIRST + (start + i) % COUNT;
                Optional<FileLock> lock = used.contains(number) ? Optional.empty() : locked(number);
                if (lock.isPresent()) {
                    return new WorkerUser(number, lock);
                }
            }
        } catch (IOException e) {
            throw new SandboxException(
                    "No user can be taken for a worker: " + e + ". Expected that files can be locked in " + LOCKS + ".",
                    e);
        }
        throw new SandboxException("All users from " + FIRST + " to " + (FIRST + COUNT - 1)
                + " have an account, a process or a worker; expected one that is free. End processes that were left.");
    }

    /** Whether it is a user of the worker's own. */
    boolean isOwn() {
        return lock.isPresent();
    }

    @Override
    public void close() {
        lock.ifPresent(WorkerUser::release);
    }

    private static Set<Long> used() throws IOException {
        Set<Long> used = ProcessTable.now().processes().stream()
                .map(ProcessTable.Entry::user)
                .collect(Collectors.toSet());
        if (Files.exists(ACCOUNTS)) {
            for (String account : Files.readAllLines(ACCOUNTS)) {
                String[] fields = account.split(":");
                if (fields.length > 2 && fields[2].matches("\\d{1,10}")) {
                    used.add(Long.valueOf(fields[2]));
                }
            }
        }
        return used;
    }

    private static Optional<FileLock> locked(long number) throws IOException {
        try {
            Files.createDirectory(
                    LOCKS, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(LOCKS, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        FileChannel file = FileChannel.open(
                LOCKS.resolve(Long.toString(number)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            // A worker of this process has it; the next number is tried.
            lock = Optional.empty();
        } finally {
            if (lock.isEmpty()) {
                file.close();
            }
        }
        return lock;
    }

    private static void release(FileLock lock) {
        try (FileChannel file = lock.channel()) {
            lock.release();
        } catch (IOException e) {
            throw new SandboxException("The lock on a worker's user cannot be released.", e);
        }
    }
}
