package org.dlcourse.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dlcourse.backend.Backend;
import org.dlcourse.training.Trainer;
import org.dlcourse.util.ReachableCode;
import org.dlcourse.util.Sha256;

/**
 * The version of the code that determines a run: a digest of the compiled floors {@code model}, {@code vector} and
 * {@code training} and of the random numbers they draw; with that of a course's own networks, layers and optimisers and all that they
 * use, for the runs that they train.
 *
 * <p>Compiling with another JDK may give other bytes for the same source, and so another version: that costs a training and
 * spoils no result. Data sets count by the digest of what they yield, and figures and reports do not change a run, so neither is in it:
 * redrawing a plot trains nothing again, and changing the trainer trains everything again.
 *
 * @param sha256 the digest
 */
public record CodeVersion(String sha256) {
    private static final String ROOT = "org/dlcourse/";
    private static final List<String> CODE = List.of(
            "org/dlcourse/model",
            "org/dlcourse/vector",
            "org/dlcourse/training",
            "org/dlcourse/dataset/Augmentation.class",
            "org/dlcourse/dataset/Crop.class",
            "org/dlcourse/util/SeededRandom.class",
            "org/dlcourse/util/Sha256.class");

    /** What a course's code does not count as its own: Java, the libraries whose version {@link Backend} names, and the engine. */
    private static final List<String> LIBRARIES =
            List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "org/nd4j/", "org/deeplearning4j/", "org/bytedeco/");

    /** The engine's packages below {@code org.dlcourse}; what of them determines a run is in the version anyway. */
    static final Set<String> ENGINE = Set.of(
            "backend",
            "batch",
            "cluster",
            "comparison",
            "dataset",
            "experiment",
            "figure",
            "grading",
            "vector",
            "kit",
            "model",
            "pdf",
            "reference",
            "report",
            "sandbox",
            "settings",
            "training",
            "util",
            "verification");

    /**
     * This version with that of a course's classes and of all that they use beyond Java, DL4J and the engine.
     *
     * @param classes of the course that determine a run; without any it is this version
     */
    public CodeVersion with(List<Class<?>> classes) {
        if (classes.isEmpty()) {
            return this;
        }
        ReachableCode code = ReachableCode.from(classes, CodeVersion::isLibrary);
        return new CodeVersion(new Sha256().add(sha256).add(code.sha256()).hex());
    }

    private static boolean isLibrary(String name) {
        return LIBRARIES.stream().anyMatch(name::startsWith) || isOfEngine(name);
    }

    /**
     * Whether a class belongs to the engine, and not to a course.
     *
     * @param name as in a class file, such as {@code org/dlcourse/training/Trainer}
     */
    public static boolean isOfEngine(String name) {
        String[] names = name.split("/");
        return name.startsWith(ROOT) && names.length > 2 && ENGINE.contains(names[2]);
    }

    /** The version of the engine's code in this process. */
    public static CodeVersion ofProcess() {
        try {
            Path code = Path.of(Trainer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                return of(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return of(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The version of the compiled code below this folder. */
    static CodeVersion of(Path root) throws IOException {
        Sha256 digest = new Sha256();
        for (String part : CODE) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.add(root.relativize(file).toString().replace('\\', '/'));
                    digest.add(Files.readAllBytes(file));
                }
            }
        }
        return new CodeVersion(digest.hex());
    }
}
