package org.dlcourse.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.training.Trainer;
import org.dlcourse.util.Sha256;

/**
 * The version of the code that determines a run: a digest of the compiled floors {@code model}, {@code inference} and
 * {@code training}, of the exercises' solutions that they use and of the random numbers they draw.
 *
 * <p>Compiling with another JDK may give other bytes for the same source, and so another version: that costs a training and
 * spoils no result. Data sets count by the digest of what they yield, and figures and reports do not change a run, so neither is in it:
 * redrawing a plot trains nothing again, and changing the trainer trains everything again.
 *
 * @param sha256 the digest
 */
public record CodeVersion(String sha256) {
    private static final List<String> CODE = List.of(
            "org/dlcourse/exercise/reference/DifferenceGradientFromWeights.class",
            "org/dlcourse/exercise/reference/MatrixTwoLayerNetwork.class",
            "org/dlcourse/model",
            "org/dlcourse/inference",
            "org/dlcourse/training",
            "org/dlcourse/dataset/Augmentation.class",
            "org/dlcourse/dataset/Crop.class",
            "org/dlcourse/util/SeededRandom.class",
            "org/dlcourse/util/Sha256.class");

    /** The version of the code of this process. */
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
            // The exercises' solutions are not in the engine's own jar.
            if (part.startsWith("org/dlcourse/exercise/") && !Files.exists(root.resolve(part))) {
                continue;
            }
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
