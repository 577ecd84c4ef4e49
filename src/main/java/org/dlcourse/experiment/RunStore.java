package org.dlcourse.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.util.AtomicFile;
import org.dlcourse.util.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps finished runs on disk, one file a run named by its key, each with a digest of its content. */
public final class RunStore {
    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

    private static final String ENDING = ".json";

    private final Path folder;
    private final Path failures;

    /**
     * Opens the store, making its folder if need be.
     *
     * @throws ResultsException if the folder cannot be written
     */
    public RunStore(Path results) {
        this.folder = results.resolve("runs");
        this.failures = results.resolve("failures");
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable", ".part"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** A run and the digest of its request and result. */
    private record Entry(String sha256, Run run) {}

    /** The run under this key; a file that is damaged counts as none and says so on the console. */
    public Optional<Run> find(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Entry entry = Json.MAPPER.readValue(file.toFile(), Entry.class);
            if (entry.run() != null
                    && key.equals(entry.run().key())
                    && digest(entry.run()).equals(entry.sha256())) {
                return Optional.of(entry.run());
            }
            LOG.warn("{} was changed after it was written: its digest does not match. The run is done again.", file);
        } catch (JsonProcessingException e) {
            LOG.warn("{} is cut or damaged ({}). The run is done again.", file, e.getOriginalMessage());
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}). The run is done again.", file, e.toString());
        }
        return Optional.empty();
    }

    /**
     * All runs that are kept, by their keys; damaged files count as none and say so on the console.
     *
     * @throws ResultsException if the folder cannot be read
     */
    public List<Run> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .flatMap(name -> find(name.substring(0, name.length() - ENDING.length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new ResultsException(
                    "Finished runs cannot be listed in " + folder.toAbsolutePath() + " (" + e + ").", e);
        }
    }

    /**
     * Keeps a run, and forgets that it failed before.
     *
     * @throws ResultsException if it cannot be written; nothing half-written is left
     */
    public void save(Run run) {
        try {
            AtomicFile.write(file(run.key()), Json.MAPPER.writeValueAsBytes(new Entry(digest(run), run)));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        forgetFailure(run.key());
    }

    /**
     * Forgets that a run failed.
     *
     * @param key what the failure was recorded under: another than the run's own if another machine trained it in the end
     * @throws ResultsException if that cannot be removed
     */
    void forgetFailure(String key) {
        try {
            Files.deleteIfExists(failure(key));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Records why a run gave no result; where even that cannot be written, the console says so. */
    void record(RunFailure failure) {
        LOG.warn("{} failed after {} s: {}", failure.request(), Math.round(failure.seconds()), failure.reason());
        try {
            AtomicFile.write(failure(failure.key()), Json.MAPPER.writeValueAsBytes(failure));
        } catch (IOException e) {
            LOG.warn("The failure of {} cannot be recorded in {} ({}).", failure.request(), failures, e.toString());
        }
    }

    private Path failure(String key) {
        return failures.resolve(key + ENDING);
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    /** Of what must not change; provenance may get further facts in later versions. */
    private static String digest(Run run) throws JsonProcessingException {
        return new Sha256()
                .add(run.key())
                .add(Json.MAPPER.writeValueAsString(run.request()))
                .add(Json.MAPPER.writeValueAsString(run.result()))
                .hex();
    }

    private ResultsException cannotWrite(IOException e) {
        return new ResultsException(
                "Finished runs cannot be kept in " + folder.toAbsolutePath() + " (" + e
                        + "). Expected a folder that this"
                        + " user may write, with room on its disk; name another with -Dcourse.results=FOLDER.",
                e);
    }
}
