package org.dlcourse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with this one's class path, for tests of what happens to whole processes; on this process's JDK, or on the one
 * that OTHER_JAVA_HOME names.
 */
public final class ChildProcess {
    private static final int MINUTES = 3;
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final String JAVA_HOME =
            Optional.ofNullable(System.getenv("OTHER_JAVA_HOME")).orElse(System.getProperty("java.home"));

    private static final String VECTORS = "jdk.incubator.vector";

    private final Process process;
    private final File output;

    private ChildProcess(Process process, File output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class; everything it prints goes to a file in the folder. */
    public static ChildProcess start(Path folder, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        return start(Map.of(), folder, List.of(), withVectors(options), CLASS_PATH, main, arguments);
    }

    /** The same with more environment variables. */
    public static ChildProcess startWithVariables(
            Map<String, String> variables, Path folder, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        return start(variables, folder, List.of(), withVectors(options), CLASS_PATH, main, arguments);
    }

    /** The same without Java's vectors, whatever this process has. */
    public static ChildProcess startWithoutVectors(Path folder, Class<?> main, String... arguments) throws IOException {
        return start(Map.of(), folder, List.of(), List.of(), CLASS_PATH, main, arguments);
    }

    /** The same with a folder whose files stand for those of the same name on the class path. */
    public static ChildProcess startWithFirst(
            Path first, Path folder, List<String> options, Class<?> main, String... arguments) throws IOException {
        return start(
                Map.of(),
                folder,
                List.of(),
                withVectors(options),
                first + File.pathSeparator + CLASS_PATH,
                main,
                arguments);
    }

    /** The same as what another command starts, such as env with a variable; the command's last arguments are Java's. */
    public static ChildProcess startThrough(
            List<String> command, Path folder, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        return start(Map.of(), folder, command, withVectors(options), CLASS_PATH, main, arguments);
    }

    /** Starts a main class whose files a POSIX shell keeps below so many blocks of 512 bytes, as a full disk does. */
    public static ChildProcess startWithFilesBelow(int blocks, Path folder, Class<?> main, String... arguments)
            throws IOException {
        List<String> shell = List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh");
        // Java's own file of counters is below no limit that is of use.
        return start(Map.of(), folder, shell, withVectors(List.of("-XX:-UsePerfData")), CLASS_PATH, main, arguments);
    }

    /** As this process has them: what a process computes is compared to the bit with another, however slow it is at it. */
    private static List<String> withVectors(List<String> options) {
        List<String> all = new ArrayList<>(options);
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            all.addAll(List.of("--add-modules", VECTORS));
        }
        return all;
    }

    private static ChildProcess start(
            Map<String, String> variables,
            Path folder,
            List<String> shell,
            List<String> options,
            String classPath,
            Class<?> main,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(Path.of(JAVA_HOME, "bin", "java").toString());
        command.add("-Xmx1g");
        // Short-lived processes: the optimising compiler would cost more than it saves.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        File output = File.createTempFile("output", ".txt", folder.toFile());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().putAll(variables);
        return new ChildProcess(builder.start(), output);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process as SIGKILL does, without any chance to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The exit status. */
    public int await() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + MINUTES + " minutes");
        }
        return process.exitValue();
    }

    public String output() throws IOException {
        return Files.readString(output.toPath());
    }
}
