package org.dlcourse.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dlcourse.settings.EngineSettings;

/**
 * Where the source code of a course is.
 *
 * @param folders of the course's classes and of its tests
 * @param missing why there are none; empty if there are
 */
record CourseSources(List<Path> folders, String missing) {
    /** The property that lists the folders, joined as the system joins a class path. */
    static final String FOLDERS = "report.sources";

    CourseSources {
        folders = List.copyOf(folders);
    }

    /**
     * Those that the build names. Where a submission is judged there are none: what is listed is what was judged, and not the course's own
     * solution.
     *
     * @param properties of the system, by their names
     */
    static CourseSources of(UnaryOperator<String> properties) {
        if (properties.apply(EngineSettings.SUBMISSION.property()) != null) {
            return new CourseSources(
                    List.of(), "This run judged a submission, whose code is in the folder that was handed in.");
        }
        String named = Optional.ofNullable(properties.apply(FOLDERS)).orElse("");
        List<Path> folders = Arrays.stream(named.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        return new CourseSources(
                folders,
                folders.isEmpty()
                        ? "There is no source code beside this run: the property " + FOLDERS
                                + " names no folder that exists."
                                + " Maven's test phase sets it in a course that inherits org.dlcourse:dl-course-parent."
                        : "");
    }

    /**
     * The file of a class.
     *
     * @param name as in a class file, such as {@code org/example/Net}, of no nested class
     */
    Optional<Path> file(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name + ".java"))
                .filter(Files::exists)
                .findFirst();
    }
}
