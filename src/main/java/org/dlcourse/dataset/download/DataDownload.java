package org.dlcourse.dataset.download;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.TarGz;
import org.dlcourse.settings.CourseSettings;

/**
 * Gets public data sets into the folder of all data sets, where they are not there yet.
 *
 * <p>A set is made beside its place, in folders whose names begin with a dot, and moved there by one rename: it is there
 * whole or not at all, whatever stops the process. Two processes that want the same set load it once.
 */
public final class DataDownload {
    private final Path data;
    private final boolean offline;
    private final Supplier<ProxySelector> proxies;
    private final Patience patience;
    private final DownloadProgress progress;

    /** Downloads into {@code course.data}, unless {@code course.offline} forbids it. */
    public DataDownload(CourseSettings settings) {
        this(
                settings,
                () -> EnvironmentProxies.of(properties(), System.getenv()),
                Patience.DEFAULT,
                DownloadProgress.ofConsole());
    }

    DataDownload(
            CourseSettings settings, Supplier<ProxySelector> proxies, Patience patience, DownloadProgress progress) {
        this.data = settings.data();
        this.offline = settings.offline();
        this.proxies = proxies;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * The folder of the set, which is downloaded if there is no such folder. One that is there is not looked into.
     *
     * @throws DataException if it cannot be downloaded, or must not be; the message says what to do
     */
    public Path fetch(PublicDataSet set) {
        Path target = set.in(data.toAbsolutePath());
        if (Files.isDirectory(target)) {
            return target;
        }
        if (offline) {
            throw new DataException(set.name() + " is not in " + target
                    + ", and course.offline=true forbids to download it. " + set.byHand(target));
        }
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new DataException(
                        target + " is not a folder. Remove it, and " + set.name() + " is downloaded there.");
            }
            Files.createDirectories(target.getParent());
            fetchAlone(set, target);
            return target;
        } catch (ClosedByInterruptException e) {
            // The thread may have been made to forget it since, by whoever waited for something.
            Thread.currentThread().interrupt();
            throw interrupted(set, e);
        } catch (IOException e) {
            // An interrupt closes a file that is being written, which then looks like a disk's failure.
            throw Thread.currentThread().isInterrupted() ? interrupted(set, e) : unwritable(set, target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(set, e);
        }
    }

    private static DataException interrupted(PublicDataSet set, Exception cause) {
        return new DataException(
                "The download of " + set.name() + " was interrupted; what came so far is kept for the next try.",
                cause);
    }

    private static DataException unwritable(PublicDataSet set, Path target, IOException cause) {
        return new DataException(
                set.name() + " cannot be written to " + target + ": " + words(cause)
                        + ". Nothing there is taken for the data set, and what came so far is kept for the next try."
                        + " Make room or make the folder writable. " + set.byHand(target),
                cause);
    }

    private void fetchAlone(PublicDataSet set, Path target) throws IOException, InterruptedException {
        Runnable busy =
                () -> progress.say("Another process downloads " + set.name() + " to " + target + ": waiting for it");
        try (FolderLock lock = FolderLock.acquire(beside(target, ".lock"), patience.poll(), busy)) {
            if (Files.isDirectory(target)) {
                return;
            }
            progress.say("Downloading " + set.name() + " to " + target);
            Path loaded = beside(target, ".download");
            Files.createDirectories(loaded);
            load(set, loaded, target);
            Path ready = beside(target, ".unpacked");
            FileUtils.deleteDirectory(ready.toFile());
            try {
                Files.move(assemble(set, loaded, ready), target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileUtils.deleteDirectory(ready.toFile());
            }
            tidy(loaded, lock);
        }
    }

    /** Leftovers do no harm: the set is there. */
    private void tidy(Path loaded, FolderLock lock) {
        try {
            FileUtils.deleteDirectory(loaded.toFile());
            lock.remove();
        } catch (IOException e) {
            progress.say("Could not remove what is no longer needed beside the data set: " + words(e));
        }
    }

    private void load(PublicDataSet set, Path folder, Path target) throws IOException, InterruptedException {
        MirroredDownload download = new MirroredDownload(proxies.get(), patience, progress);
        for (RemoteFile file : set.files()) {
            List<String> answers = download.load(file, folder);
            if (!answers.isEmpty()) {
                throw new DataException(answers.stream()
                        .collect(Collectors.joining(
                                "\n  ",
                                set.name() + " is not in " + target + ", and no mirror gave its file " + file.name()
                                        + ":\n  ",
                                "\n" + set.byHand(target) + " What came so far is kept for the next try.")));
            }
        }
    }

    /** Makes the set's folder of its verified files, somewhere in the given folder. */
    private static Path assemble(PublicDataSet set, Path loaded, Path ready) throws IOException {
        Path folder = ready.resolve(Path.of(set.folder()).getFileName());
        switch (set.form()) {
            case FILES -> {
                Files.createDirectories(folder);
                for (RemoteFile file : set.files()) {
                    // Not moved: what was loaded stays for the next try until the set is in place.
                    Files.copy(loaded.resolve(file.name()), folder.resolve(file.name()));
                }
            }
            case TAR_GZ -> {
                Path archive = loaded.resolve(set.files().get(0).name());
                Files.createDirectories(ready);
                new TarGz(archive, TarGz.Limits.DEFAULT).unpack(ready);
                if (!Files.isDirectory(folder)) {
                    throw new DataException(
                            "The archive " + archive + " holds no folder " + folder.getFileName() + ".");
                }
            }
        }
        return folder;
    }

    /** On the same file system, so that one rename is enough; hidden, so that nobody takes it for a data set. */
    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /** Java's file exceptions often have no more words than the file. */
    private static String words(IOException e) {
        String kind = e.getClass().getSimpleName();
        boolean silent = e instanceof FileSystemException file && file.getReason() == null;
        return silent ? kind + " " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }
}
