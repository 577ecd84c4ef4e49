package org.dlcourse.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process must be started with to compute as Maven's tests do, since nothing can set it later.
 *
 * <p>The build of a course has it from {@code dl-course-parent}. A process that lacks some of it computes all the same, and says so.
 *
 * @param lacking each setting that this process was started without, with what that costs
 */
public record LaunchSettings(List<String> lacking) {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchSettings.class);
    private static final String THREADS = "OMP_NUM_THREADS";
    /** By which glibc keeps large blocks instead of returning them to the system. */
    private static final List<String> BLOCKS = List.of("MALLOC_MMAP_MAX_=0", "MALLOC_TRIM_THRESHOLD_=1073741824");

    /** What a Linux process has opened; other systems have no such file. */
    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

    public LaunchSettings {
        lacking = List.copyOf(lacking);
    }

    /** The environment variables that a process which computes is to be started with, in the form {@code NAME=value}. */
    public static List<String> variables() {
        return Stream.concat(Stream.of(THREADS + "=1"), BLOCKS.stream()).toList();
    }

    /** The options of Java that a process which computes is to be started with, as this one was. */
    public static List<String> options() {
        return List.of(
                "--add-modules=" + VectorRegisters.MODULE,
                "-D" + Backend.HELPERS_DISABLED + "=" + System.getProperty(Backend.HELPERS_DISABLED, "false"),
                "-Djava.awt.headless=true");
    }

    /** Those of this process. */
    public static LaunchSettings ofProcess() {
        return of(System.getenv(), VectorRegisters.mayBeUsed(), usesGlibc());
    }

    /**
     * Those of a process.
     *
     * @param variables of its environment
     * @param vectors whether it has Java's vector module
     * @param glibc whether its memory comes from glibc
     */
    static LaunchSettings of(Map<String, String> variables, boolean vectors, boolean glibc) {
        List<String> lacking = new ArrayList<>();
        if (!"1".equals(variables.get(THREADS))) {
            lacking.add("the variable " + THREADS + "=1 (" + found(variables.get(THREADS))
                    + "; results differ in their last bits by the number of threads, and networks that are trained side by side"
                    + " slow each other down)");
        }
        if (!vectors) {
            lacking.add("the option --add-modules " + VectorRegisters.MODULE
                    + " (on a processor with AVX-512 images are classified more slowly, and with other last bits)");
        }
        List<String> unset = BLOCKS.stream()
                .filter(block -> !variables.containsKey(block.substring(0, block.indexOf('='))))
                .toList();
        if (glibc && !unset.isEmpty()) {
            lacking.add(
                    "the variable" + (unset.size() > 1 ? "s " : " ") + String.join(" and ", unset)
                            + " (memory that an operation returns goes back to the system, which takes up to a quarter of a training step)");
        }
        return new LaunchSettings(lacking);
    }

    /** What is lacking, in words; empty where nothing is. */
    public Optional<String> inWords() {
        return lacking.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lacking));
    }

    /** Logs what is lacking, with what to do, as one line. */
    void warn() {
        inWords()
                .ifPresent(words -> LOG.warn(
                        "This process was started without {}. Inherit org.dlcourse:dl-course-parent, which sets this for"
                                + " Maven's tests, or set it in the configuration that starts them.",
                        words));
    }

    private static String found(String threads) {
        return threads == null ? "it is not set" : "it is \"" + threads + "\"";
    }

    private static boolean usesGlibc() {
        if (!Files.isReadable(MAPPED_FILES)) {
            return false;
        }
        try (Stream<String> files = Files.lines(MAPPED_FILES)) {
            return files.anyMatch(file -> file.endsWith("/libc.so.6") || file.matches(".*/libc-2\\.\\d+\\.so"));
        } catch (IOException e) {
            throw new UncheckedIOException(MAPPED_FILES + " cannot be read.", e);
        }
    }
}
