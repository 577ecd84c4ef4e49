package org.dlcourse.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.util.JavaProcess;

/**
 * A Java program that a test starts as a process of its own, to test what concerns a whole process: an exit status, a kill, a
 * setting that is refused.
 *
 * <p>It has this process's class path and environment, one thread per operation, a heap of 1 GB, and the vector module if this
 * process has it, so that what it computes can be compared to the bit. It runs on this process's JDK, or on the one that the
 * environment variable OTHER_JAVA_HOME names.
 *
 * <pre>{@code
 * RunningProcess process = ChildProcess.of(Report.class, "3")
 *         .withOptions("-Dsetting=first", "-Dsetting=last")
 *         .withVariable("VARIABLE", "set")
 *         .withClassPathInFront(classes)
 *         .startIn(folder);
 *
 * assertThat(process.await()).isEqualTo(3);
 * }</pre>
 *
 * @param java the program and how Java is started
 * @param before words of a command that starts Java in its turn; none if Java is started directly
 */
public record ChildProcess(JavaProcess java, List<String> before) {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final String VECTORS = "--add-modules=" + VECTOR_MODULE;

    /**
     * Describes a process.
     *
     * @param main has the main method
     * @param arguments of the program
     * @return a process that has not started yet
     */
    public static ChildProcess of(Class<?> main, String... arguments) {
        JavaProcess java = JavaProcess.of(main.getName(), arguments)
                // Short-lived processes: the optimising compiler would cost more than it saves.
                .withOptions("-Xmx1g", "-XX:TieredStopAtLevel=1")
                .withVariable("OMP_NUM_THREADS", "1");
        Optional<Path> otherHome =
                Optional.ofNullable(System.getenv("OTHER_JAVA_HOME")).map(Path::of);
        ChildProcess process = new ChildProcess(otherHome.map(java::withHome).orElse(java), List.of());
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent() ? process.withOptions(VECTORS) : process;
    }

    /** The same with more options of the virtual machine, which win over those before. */
    public ChildProcess withOptions(String... options) {
        return new ChildProcess(java.withOptions(options), before);
    }

    /** The same with more options of the virtual machine, which win over those before. */
    public ChildProcess withOptions(List<String> options) {
        return withOptions(options.toArray(String[]::new));
    }

    /** The same with a variable of its environment set. */
    public ChildProcess withVariable(String name, String value) {
        return new ChildProcess(java.withVariable(name, value), before);
    }

    /** The same with a folder or jar whose files are found before those of the same name on the class path. */
    public ChildProcess withClassPathInFront(Path entry) {
        return withClassPath(entry.toString(), java.classPath());
    }

    /** The same with another class path. */
    public ChildProcess withClassPath(String... entries) {
        return new ChildProcess(java.withClassPath(entries), before);
    }

    /** The same without Java's vector module, whatever this process has. */
    public ChildProcess withoutVectors() {
        return new ChildProcess(java.withoutOption(VECTORS), before);
    }

    /**
     * The same as what another command starts.
     *
     * @param command its last arguments are Java and what follows, such as {@code "env", "NAME=value"}
     */
    public ChildProcess startedBy(String... command) {
        return new ChildProcess(
                java, Stream.concat(Stream.of(command), before.stream()).toList());
    }

    /**
     * Starts the process.
     *
     * @param folder gets a file with all that the process prints
     * @return the process that runs now
     * @throws IOException if Java or the command in front of it cannot be started
     */
    public RunningProcess startIn(Path folder) throws IOException {
        File output = File.createTempFile("output", ".txt", folder.toFile());
        Process process = java.builder(before.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        return new RunningProcess(process, output.toPath());
    }
}
