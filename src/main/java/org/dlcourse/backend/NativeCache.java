package org.dlcourse.backend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where JavaCPP unpacks ND4J's native code: in the folder that the user names, else in the first that serves of {@code ~/.javacpp/cache},
 * {@code target/javacpp-cache} where a build has a {@code target}, and the temporary folder.
 *
 * <p>JavaCPP itself asks only whether a folder can be written to. It locks the folder while it unpacks, so processes may share it.
 */
final class NativeCache {
    /** JavaCPP's property for the folder, which it reads when it first unpacks something. */
    static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String OTHER_SPELLING = "org.bytedeco.javacpp.cacheDir";
    private static final Logger LOG = LoggerFactory.getLogger(NativeCache.class);

    private NativeCache() {}

    /**
     * A folder that serves.
     *
     * @param folder the folder
     * @param refused those that come before it with what is the matter with each, in words; empty if it is the usual one
     */
    record Choice(Path folder, String refused) {}

    /**
     * Chooses the folder for this process, once, and says so where it is not the usual one.
     *
     * @throws IllegalStateException if none serves, with what is the matter with each
     */
    static void choose() {
        Chosen.FAILURE.ifPresent(failure -> {
            throw new IllegalStateException(failure.getMessage(), failure.getCause());
        });
    }

    /** Initialised at first use, by the class loader, once. */
    private static final class Chosen {
        private static final Optional<IllegalStateException> FAILURE = attempt();

        private static Optional<IllegalStateException> attempt() {
            try {
                NativeCode code = NativeCode.ofProcess();
                Choice choice = firstThatServes(
                        candidates(System.getProperties(), Path.of("target")),
                        candidate -> FolderProbe.ofProcess().objection(candidate, code.missingIn(candidate)));
                if (!choice.refused().isEmpty()) {
                    LOG.warn("ND4J's native code is unpacked to {}, and not to {}.", choice.folder(), choice.refused());
                }
                System.setProperty(PROPERTY, choice.folder().toAbsolutePath().toString());
                return Optional.empty();
            } catch (IllegalStateException e) {
                return Optional.of(e);
            }
        }
    }

    /** The folders that may serve, the usual one first: those that JavaCPP would try, and one of the build. */
    static List<Path> candidates(Properties properties, Path target) {
        String named = properties.getProperty(PROPERTY, properties.getProperty(OTHER_SPELLING));
        if (named != null) {
            return List.of(Path.of(named));
        }
        List<Path> folders = new ArrayList<>();
        Path home = Path.of(properties.getProperty("user.home"));
        // A user without an entry in the system's list has "?" for a home.
        if (home.isAbsolute()) {
            folders.add(home.resolve(".javacpp/cache"));
        }
        if (Files.isDirectory(target)) {
            folders.add(target.resolve("javacpp-cache"));
        }
        folders.add(Path.of(properties.getProperty("java.io.tmpdir"))
                .resolve(".javacpp-" + properties.getProperty("user.name"))
                .resolve("cache"));
        return folders;
    }

    /** The first folder to which there is no objection. */
    static Choice firstThatServes(List<Path> folders, Function<Path, Optional<String>> objections) {
        List<String> refused = new ArrayList<>();
        for (Path folder : folders) {
            Optional<String> objection = objections.apply(folder);
            if (objection.isEmpty()) {
                return new Choice(folder, String.join(" nor to ", refused));
            }
            refused.add(folder + " (" + objection.get() + ")");
        }
        throw new IllegalStateException("ND4J's native code cannot be unpacked to " + String.join(" nor to ", refused)
                + ". Make room there, or name a folder that can be written to and whose files may be executed with -D"
                + PROPERTY + "=FOLDER.");
    }
}
