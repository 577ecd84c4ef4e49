package org.dlcourse.figure;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Initialises Java's fonts so that text can be drawn also on a machine without fonts.
 *
 * <p>On Linux Java gets the system's fonts from fontconfig, and if there are none it cannot load any font, not even from a file.
 * In this case Java gets a configuration that uses a font of this project for all families. If the system has fonts, nothing
 * is changed.
 */
final class FontSystem {
    /** The system property with the path of Java's font configuration, which is read each time the fonts are initialised. */
    static final String CONFIGURATION = "sun.awt.fontconfig";

    private FontSystem() {}

    /**
     * Initialises the fonts at the first call.
     *
     * @throws IllegalStateException if text cannot be drawn; the message names what was found and what to install
     */
    static void start() {
        Started.FAILURE.ifPresent(failure -> {
            throw new IllegalStateException(failure.getMessage(), failure.getCause());
        });
    }

    /** Initialised once, by the class loader, at the first use. */
    private static final class Started {
        private static final Optional<IllegalStateException> FAILURE = attempt();

        private static Optional<IllegalStateException> attempt() {
            try {
                start(FontSystem::lookUp);
                return Optional.empty();
            } catch (IllegalStateException e) {
                return Optional.of(e);
            }
        }
    }

    /** Initialises Java's fonts by looking one up; after a failure it can be called again. */
    private static void lookUp() {
        new Font(Font.DIALOG, Font.PLAIN, 12).getFontName();
    }

    /** Initialises the fonts by looking one up; if that fails, tries again with this project's configuration. */
    static void start(Runnable lookUp) {
        try {
            lookUp.run();
        } catch (LinkageError e) {
            throw libraryMissing(e);
            // Java 17 wraps the exception of later versions: "Fontconfig head is null, check your fonts or fonts
            // configuration".
        } catch (RuntimeException | InternalError e) {
            if (System.getProperty(CONFIGURATION) != null) {
                throw new IllegalStateException(
                        "Java's fonts do not start with the configuration that -D" + CONFIGURATION + "="
                                + System.getProperty(CONFIGURATION) + " names: " + rootMessage(e)
                                + ". Leave the property out, or correct the file.",
                        e);
            }
            startWithOwnFont(lookUp);
        }
    }

    private static void startWithOwnFont(Runnable lookUp) {
        try {
            System.setProperty(CONFIGURATION, configuration().toString());
            lookUp.run();
        } catch (IOException e) {
            System.clearProperty(CONFIGURATION);
            throw new IllegalStateException(
                    "This machine has no fonts, and the one of this project cannot be written to the temporary folder "
                            + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
                            + ". Make room there, or name another with -Djava.io.tmpdir=...",
                    e);
        } catch (RuntimeException | Error e) {
            System.clearProperty(CONFIGURATION);
            throw new IllegalStateException(
                    "Java's fonts do not start on this machine, neither with the system's nor with this project's: "
                            + rootMessage(e) + ". Install fontconfig and a font (Debian, Ubuntu: apt-get install"
                            + " fontconfig fonts-dejavu-core).",
                    e);
        }
    }

    /** Writes a configuration that uses one font for all families, styles and characters; deleted when this process ends. */
    private static Path configuration() throws IOException {
        Path folder = Files.createTempDirectory("dl-course-fonts");
        Path font = folder.resolve("regular.otf");
        Path configuration = folder.resolve("fontconfig.properties");
        // The order matters: files are deleted in reverse order.
        List.of(folder, font, configuration).forEach(path -> path.toFile().deleteOnExit());
        try (InputStream in = FontSystem.class.getResourceAsStream(Fonts.REGULAR_FILE)) {
            Files.copy(in, font);
        }
        Properties properties = new Properties();
        properties.setProperty("version", "1");
        properties.setProperty("sequence.allfonts", "all");
        properties.setProperty("allfonts.all", "Inter");
        properties.setProperty("filename.Inter", font.toAbsolutePath().toString());
        try (OutputStream out = Files.newOutputStream(configuration)) {
            properties.store(out, null);
        }
        return configuration;
    }

    private static IllegalStateException libraryMissing(LinkageError e) {
        return new IllegalStateException(
                "Java cannot draw text on this machine, so there are no figures and formulas: " + rootMessage(e)
                        + ". Install the libraries that this JDK takes from the system (Debian, Ubuntu: apt-get install"
                        + " libfreetype6 libharfbuzz0b; Fedora: dnf install freetype harfbuzz), or use a JDK that brings"
                        + " them, such as Eclipse Temurin.",
                e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
