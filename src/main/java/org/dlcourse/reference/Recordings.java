package org.dlcourse.reference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dlcourse.experiment.Json;
import org.dlcourse.util.AtomicFile;

/**
 * A folder of recorded requirements: {@code ID/recording.json.gz} is one, so that each is there whole or not at all.
 *
 * @param folder that need not exist: then it holds none
 */
public record Recordings(Path folder) {
    static final String FILE = "recording.json.gz";

    /**
     * Makes sure that recordings can be written here.
     *
     * @throws ReferenceException if not
     */
    public void requireWritable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable", ".part"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /**
     * The recording of a requirement.
     *
     * @throws ReferenceException if it is damaged
     */
    public Optional<RecordedRequirement> find(String id) {
        Path file = folder.resolve(id).resolve(FILE);
        return Files.exists(file) ? Optional.of(read(id, file)) : Optional.empty();
    }

    /**
     * All recordings, by the alphabet.
     *
     * @throws ReferenceException if the folder cannot be read, or one of them is damaged
     */
    public List<RecordedRequirement> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> Files.exists(one.resolve(FILE)))
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .map(id -> find(id).orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new ReferenceException(
                    "The recordings in " + folder.toAbsolutePath() + " cannot be listed (" + e
                            + "). Expected a folder that this user may read.",
                    e);
        }
    }

    /**
     * Records a requirement in place of an earlier recording of it.
     *
     * @throws ReferenceException if it cannot be written; nothing half-written is left
     */
    public void write(RecordedRequirement recorded) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(Json.write(recorded));
            }
            AtomicFile.write(folder.resolve(recorded.id()).resolve(FILE), packed.toByteArray());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static RecordedRequirement read(String id, Path file) {
        RecordedRequirement recorded;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            recorded = Json.read(in.readAllBytes(), RecordedRequirement.class);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(id, file, "it is cut or damaged (" + e.getMessage() + ")", e);
        }
        if (!recorded.id().equals(id)) {
            throw damaged(id, file, "it is of " + recorded.id(), null);
        }
        return recorded;
    }

    private static ReferenceException damaged(String id, Path file, String why, Exception cause) {
        return new ReferenceException(
                "The recording of " + id + ", " + file.toAbsolutePath() + ", cannot be used: " + why
                        + ". Expected what -Dcourse.record=FOLDER wrote with this version of the engine. Record the requirement again,"
                        + " put the file back from git, or remove its folder.",
                cause);
    }

    private ReferenceException cannotWrite(IOException e) {
        return new ReferenceException(
                "Requirements cannot be recorded in " + folder.toAbsolutePath() + " (" + e
                        + "). Expected a folder that this user may write, with room on its disk; name another with"
                        + " -Dcourse.record=FOLDER.",
                e);
    }
}
