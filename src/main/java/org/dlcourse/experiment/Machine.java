package org.dlcourse.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The computer and the Java that a run ran on.
 *
 * @param processor model name as the system gives it, else the architecture
 * @param cores that Java may use
 * @param system operating system, version and architecture
 * @param java vendor and version of the virtual machine
 */
public record Machine(String processor, int cores, String system, String java) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** The machine of this process. */
    public static Machine ofProcess() {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.name") + " " + property("java.version") + " (" + property("java.vendor") + ")");
    }

    private static String processorName() {
        if (!Files.isReadable(PROCESSORS)) {
            return property("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> property("os.arch"));
        } catch (IOException e) {
            return property("os.arch") + " (processor's name unreadable: " + e.getMessage() + ")";
        }
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
