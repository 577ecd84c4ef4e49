package org.dlcourse.dataset.folder;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.file.DataEntry;

/**
 * A data set that requirements use, so that the folder of all data sets can be checked before anything runs; found by {@link
 * java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class ShapesDataSet implements DataSetProvider {
 *     @Override
 *     public String name() {
 *         return "Shapes";
 *     }
 *
 *     @Override
 *     public List<String> entries() {
 *         return List.of("shapes");
 *     }
 * }
 * }</pre>
 *
 * <p>An experiment asks {@link DataFolder#locate} for its folder:
 *
 * <pre>{@code
 * Path folder = DataFolder.locate(laboratory.settings(), new ShapesDataSet());
 * }</pre>
 */
public interface DataSetProvider {
    /** For people, such as {@code MNIST}. */
    String name();

    /** Names of the folders and archives that it may be below the folder of all data sets; the first that is there is used. */
    List<String> entries();

    /**
     * Where the set is below the folder of all data sets, whole or not; unless said otherwise, the folder of the first name.
     *
     * @throws org.dlcourse.dataset.DataException if there is something of nearly its name in place of it
     */
    default Optional<Path> find(Path data) {
        return DataEntry.folder(data, entries().get(0));
    }

    /**
     * Where anybody may download the set from; at full scale that is done where it is missing.
     *
     * @return empty unless said otherwise: nobody but its owner gives it out
     */
    default Optional<PublicDataSet> download() {
        return Optional.empty();
    }

    /** Whether the set is downloaded at full scale where it is missing. */
    default boolean isPublic() {
        return download().isPresent();
    }

    /** Whether the requirements use synthetic data at quick scale where the set is missing; by default they do not. */
    default boolean hasSyntheticSubstitute() {
        return false;
    }

    /**
     * A sentence on what may have been meant where no set was found.
     *
     * @param names what lies in the folder of all data sets
     * @return empty, or a sentence that begins with a space
     */
    default String hint(Collection<String> names) {
        return "";
    }
}
