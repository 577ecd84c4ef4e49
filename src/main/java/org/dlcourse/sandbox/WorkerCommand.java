package org.dlcourse.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program that runs in a sandbox and answers frames.
 *
 * @param interpreter what runs it, such as {@code /usr/bin/python3 -I}; on this machine's path or that of the image
 * @param program folder with the program's own files, which the sandbox gets a copy of
 * @param entry the file in it that is started
 * @param readable folders of this machine that the interpreter needs beside {@code /usr}, such as that of a JDK
 * @param image that has the interpreter, where the sandbox is a container
 */
public record WorkerCommand(List<String> interpreter, Path program, String entry, List<Path> readable, String image) {
    /** Keeps copies of the lists. */
    public WorkerCommand {
        interpreter = List.copyOf(interpreter);
        readable = List.copyOf(readable);
    }

    /** A program in Python: the system's, without the settings and packages of the user that runs it. */
    public static WorkerCommand python(Path program, String entry) {
        return new WorkerCommand(
                List.of("/usr/bin/python3", "-I"), program, entry, List.of(), ContainerSandbox.PYTHON_NUMPY);
    }

    /** The same in another image. */
    public WorkerCommand in(String other) {
        return new WorkerCommand(interpreter, program, entry, readable, other);
    }

    /** The words of the command where the program lies in this folder. */
    List<String> words(String folder) {
        return Stream.concat(interpreter.stream(), Stream.of(folder + "/" + entry))
                .toList();
    }
}
