package org.dlcourse.grading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of the Python worker: a program that finds what is asked for in a submission, runs cases on it and reads result
 * files.
 *
 * <p>It is started as {@code python3 -I worker.py}, needs Python 3.9 and NumPy and nothing else, and speaks frames on its
 * standard input and output. It never sees an expected value.
 */
public final class PythonWorker {
    /** The file that Python is started with. */
    public static final String ENTRY = "worker.py";

    private static final List<String> FILES = List.of(
            ENTRY,
            "dlcourse/__init__.py",
            "dlcourse/alone.py",
            "dlcourse/answers.py",
            "dlcourse/cases.py",
            "dlcourse/children.py",
            "dlcourse/curves.py",
            "dlcourse/cut_json.py",
            "dlcourse/failures.py",
            "dlcourse/frames.py",
            "dlcourse/lasting.py",
            "dlcourse/loading.py",
            "dlcourse/namespaces.py",
            "dlcourse/pickles.py",
            "dlcourse/pieces.py",
            "dlcourse/predictions.py",
            "dlcourse/recorded.py",
            "dlcourse/requests.py",
            "dlcourse/result_files.py",
            "dlcourse/scopes.py",
            "dlcourse/search.py",
            "dlcourse/sources.py",
            "dlcourse/standins.py",
            "dlcourse/streams.py",
            "dlcourse/targets.py",
            "dlcourse/templates.py",
            "dlcourse/torch_objects.py",
            "dlcourse/values.py");

    private PythonWorker() {}

    /** The files' names, relative to the folder of {@link #ENTRY}. */
    public static List<String> files() {
        return FILES;
    }

    /**
     * Writes the worker's files, so that a sandbox can give them to Python.
     *
     * @param folder an existing folder, which then has {@link #ENTRY} in it
     * @throws IOException if a file cannot be written
     */
    public static void copyTo(Path folder) throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream content = PythonWorker.class.getResourceAsStream("python/" + name)) {
                if (content == null) {
                    throw new IllegalStateException(
                            "The file python/" + name + " is not beside " + PythonWorker.class.getName()
                                    + " on the class path, where the build puts it. Build dl-course-harness again.");
                }
                Files.copy(content, file);
            }
        }
    }
}
