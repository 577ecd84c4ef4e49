package org.dlcourse.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A worker's processes on this machine. */
final class LocalProcess implements WorkerProcess {
    /** Where programs that were started by whoever is not root can leave files. */
    private static final List<String> FOLDERS_OF_ALL = List.of("/tmp", "/var/tmp", "/dev/shm");

    private final Enclosure enclosure;
    private final WorkerUser user;
    private final WorkFolder folder;
    private final ExecutorService keeper;
    private final Process process;
    private final WorkerGroup group;
    private boolean ended;

    private LocalProcess(
            Enclosure enclosure, WorkerUser user, WorkFolder folder, ExecutorService keeper, Process process) {
        this.enclosure = enclosure;
        this.user = user;
        this.folder = folder;
        this.keeper = keeper;
        this.process = process;
        this.group = new WorkerGroup(user, process.pid());
    }

    /**
     * Starts a command in an enclosure.
     *
     * @param user is released when the process is ended
     * @param folder is removed when the process is ended
     */
    static LocalProcess start(
            Enclosure enclosure,
            WorkerUser user,
            WorkFolder folder,
            Limits limits,
            List<Path> readable,
            List<String> words) {
        List<String> command = enclosure.around(folder, user, limits, readable, words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.temporary().toFile());
        // An environment of its own: that of this process can hold secrets.
        builder.environment().clear();
        builder.environment().putAll(environment(enclosure.places(folder).temporary()));
        // The process dies with the thread that starts it, so that is one that lives as long.
        ExecutorService keeper = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "worker's keeper");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new LocalProcess(
                    enclosure,
                    user,
                    folder,
                    keeper,
                    keeper.submit(builder::start).get());
        } catch (ExecutionException e) {
            keeper.shutdown();
            throw new SandboxException("A worker cannot be started by " + command + ": " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            keeper.shutdown();
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted at the start of a worker.", e);
        }
    }

    static Map<String, String> environment(String temporary) {
        return Map.of(
                "PATH", "/usr/bin:/bin",
                "LANG", "C.UTF-8",
                "HOME", temporary,
                "TMPDIR", temporary,
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1",
                "MKL_NUM_THREADS", "1");
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream errors() {
        return process.getErrorStream();
    }

    @Override
    public Places places() {
        return enclosure.places(folder);
    }

    @Override
    public long userNumber() {
        return user.number();
    }

    @Override
    public List<String> remarks() {
        return folder.remarks();
    }

    @Override
    public long memoryBytes() {
        return group.memoryBytes();
    }

    @Override
    public OptionalInt status(Duration wait) throws InterruptedException {
        return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    @Override
    public boolean ranOutOfMemory() {
        // The system does not say so; in a process that is over its own limit the allocation fails.
        return false;
    }

    @Override
    public synchronized void end() {
        if (ended) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            process.destroyForcibly().waitFor();
            group.end();
            closePipes();
            removeFiles();
            // Not before: what is left belongs to the user, and the next worker may get that user.
            user.close();
            ended = true;
        } catch (InterruptedException e) {
            interrupted = true;
            throw new SandboxException("Interrupted at the end of a worker; its processes may still run.", e);
        } finally {
            keeper.shutdown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closePipes() {
        try (OutputStream in = input();
                InputStream out = output();
                InputStream messages = errors()) {
            // Nothing is read or written any more.
        } catch (IOException e) {
            // What was not yet written goes to a process that has ended.
        }
    }

    private void removeFiles() {
        folder.remove();
        if (user.isOwn() && enclosure.leavesFilesElsewhere()) {
            FOLDERS_OF_ALL.stream().filter(one -> new File(one).isDirectory()).forEach(this::removeFilesIn);
        }
    }

    private void removeFilesIn(String place) {
        String number = Long.toString(user.number());
        SystemTool.Outcome removal = SystemTool.run(List.of(
                "find",
                place,
                "-xdev",
                "-mindepth",
                "1",
                "-user",
                number,
                "-prune",
                "-exec",
                "rm",
                "-rf",
                "--",
                "{}",
                "+"));
        // Files of others may vanish meanwhile, which find reports; what counts is that none of the user's is left.
        SystemTool.Outcome left =
                SystemTool.run(List.of("find", place, "-xdev", "-mindepth", "1", "-user", number, "-print", "-quit"));
        if (!left.output()
                .lines()
                .filter(line -> !line.startsWith("find:"))
                .toList()
                .isEmpty()) {
            throw new SandboxException("Files that a worker left cannot be removed: " + Excerpt.printable(left.output())
                    + ", of user " + number + ": " + Excerpt.printable(removal.output()) + ". Remove them by hand.");
        }
    }
}
