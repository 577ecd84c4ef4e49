package org.dlcourse.dataset.image;

import java.io.IOException;
import java.nio.file.Path;
import org.dlcourse.dataset.DataException;

/**
 * The folder of a data set, whatever links lead to it, which no link in it may leave.
 *
 * @param folder where it really is
 */
record RealFolder(Path folder) {
    /** The folder behind this path. */
    static RealFolder of(Path folder) {
        return new RealFolder(real(folder));
    }

    /**
     * Makes sure that this path in the folder leads to something in it.
     *
     * @throws DataException if it is a link that leads elsewhere or nowhere
     */
    void check(Path path) {
        Path target = real(path);
        if (!target.startsWith(folder)) {
            throw new DataException(path.toAbsolutePath() + " is a link to " + target
                    + ", or below one; expected what is in " + folder + ". Copy it there.");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw DataException.unreadable("The file or link", path, e);
        }
    }
}
