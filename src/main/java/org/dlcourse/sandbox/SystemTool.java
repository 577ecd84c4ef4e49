package org.dlcourse.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that start, limit and end workers. */
final class SystemTool {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin");
    private static final int SECONDS = 60;

    private SystemTool() {}

    /** Where a program is, on the system's path or in the usual folders. */
    static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(FOLDERS.stream(), Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Where a program is.
     *
     * @throws SandboxException if it is not installed
     */
    static String require(String name, String purpose, String installation) {
        return find(name)
                .map(Path::toString)
                .orElseThrow(() -> new SandboxException(
                        "The program " + name + ", which " + purpose + ", is not on this machine. " + installation));
    }

    /** What a program did: its exit status and all that it wrote. */
    record Outcome(int status, String output) {}

    /**
     * Runs a trusted program to its end.
     *
     * @throws SandboxException if it does not end within a minute
     */
    static Outcome run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            String output = new String(process.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SandboxException("The command " + String.join(" ", command) + " still runs after " + SECONDS
                        + " s; expected its end.");
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new SandboxException("The command " + String.join(" ", command) + " cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted during the command " + String.join(" ", command) + ".", e);
        }
    }
}
