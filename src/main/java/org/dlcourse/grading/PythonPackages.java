package org.dlcourse.grading;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.sandbox.ContainerSandbox;
import org.dlcourse.sandbox.Limits;
import org.dlcourse.sandbox.WorkerCommand;

/** What a student's code in Python is run with. */
public enum PythonPackages {
    /** NumPy alone. */
    NUMPY(ContainerSandbox.PYTHON_NUMPY, Limits.EXERCISES, List.of()),
    /** NumPy and PyTorch. */
    PYTORCH(ContainerSandbox.PYTHON_TORCH, Limits.EXERCISES_WITH_PYTORCH, List.of("torch"));

    private final String image;
    private final Limits limits;
    private final List<String> needed;

    PythonPackages(String image, Limits limits, List<String> needed) {
        this.image = image;
        this.limits = limits;
        this.needed = needed;
    }

    /** The worker's program. */
    WorkerCommand command(Path program) {
        return WorkerCommand.python(program, PythonWorker.ENTRY).in(image);
    }

    /** What the worker may use. */
    Limits limits() {
        return limits;
    }

    /** The packages without which nothing can be graded, by the names that Python imports. */
    List<String> needed() {
        return needed;
    }
}
