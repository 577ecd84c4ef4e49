package org.dlcourse.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.dlcourse.util.AtomicFile;

/** Result files under the names and keys that a handout gives them, so that its own plotting functions read them. */
public final class ResultFiles {
    private final Path folder;

    /** Files of one homework, below the folder of results. */
    public ResultFiles(Path results, String homework) {
        this.folder = results.resolve(homework);
    }

    /**
     * Writes an object as JSON.
     *
     * @return the file
     * @throws ResultsException if it cannot be written
     */
    public Path write(String fileName, Object content) {
        Path file = folder.resolve(fileName);
        try {
            AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(content));
            return file;
        } catch (IOException e) {
            throw new ResultsException(
                    "The result file " + file.toAbsolutePath() + " cannot be written (" + e + "). Make room or name"
                            + " another folder with -Dcourse.results=FOLDER.",
                    e);
        }
    }
}
