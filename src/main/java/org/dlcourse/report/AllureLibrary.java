package org.dlcourse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Allure within this process, for many reports after each other: a process each would spend most of its time on starting. Its classes are
 * apart from this process's own, of other versions.
 */
final class AllureLibrary implements AllureCommand, AutoCloseable {
    /** The variable that this process must have been started with: without it, reports call an analytics service. */
    static final String NO_ANALYTICS = "ALLURE_NO_ANALYTICS";

    private final Path home;
    private final URLClassLoader classes;

    /**
     * Allure in a folder.
     *
     * @param home Allure's command line, unpacked
     * @throws IllegalStateException if this process would let reports call an analytics service
     */
    AllureLibrary(Path home) {
        if (!"true".equals(System.getenv(NO_ANALYTICS))) {
            throw new IllegalStateException("This process was started without " + NO_ANALYTICS + "=true.");
        }
        this.home = home;
        List<URL> entries = new ArrayList<>();
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            entries.add(home.resolve("lib/config").toUri().toURL());
            for (Path jar : jars.sorted().toList()) {
                entries.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Allure in " + home + " cannot be read.", e);
        }
        classes = new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @Override
    public void run(List<String> arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            Class<?> type = classes.loadClass("io.qameta.allure.CommandLine");
            Object command = type.getConstructor(Path.class).newInstance(home);
            type.getMethod("parse", String[].class).invoke(command, (Object) arguments.toArray(String[]::new));
            Object status = type.getMethod("run").invoke(command);
            if (!status.toString().equals("NO_ERROR")) {
                throw new IllegalStateException("Allure could not " + String.join(" ", arguments) + ": " + status);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Allure in " + home + " is not the version that is expected.", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
