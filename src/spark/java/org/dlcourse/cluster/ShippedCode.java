package org.dlcourse.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.util.JavaProcess;

/**
 * The code that executors train with: this build's.
 *
 * @param jars files of this machine; a folder of classes is a jar among them
 */
record ShippedCode(List<Path> jars) {
    /** The property by which {@code -Pspark} names the jars on the class path that a cluster does not have by itself. */
    static final String PROPERTY = "cluster.class.path";

    /** The jars that Maven names, and the folders of compiled classes, each packed into a jar that is removed with this process. */
    static ShippedCode ofProcess() {
        String named = Optional.ofNullable(System.getProperty(PROPERTY))
                .orElseThrow(() -> new IllegalStateException("Nothing says which jars executors need: the property "
                        + PROPERTY
                        + ", which -Pspark sets for Maven's tests, is missing, and so are Spark's own spark.jars and"
                        + " spark.executor.extraClassPath. Give one of them."));
        List<Path> jars = new ArrayList<>();
        for (String entry : JavaProcess.of("").classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(packed(path));
            }
        }
        Stream.of(named.split(File.pathSeparator)).map(Path::of).forEach(jars::add);
        return new ShippedCode(List.copyOf(jars));
    }

    private static Path packed(Path folder) {
        try {
            Path jar = Files.createTempDirectory("shipped").resolve(folder.getFileName() + ".jar");
            try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                    Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path entry = archive.getPath(folder.relativize(file).toString());
                    if (entry.getParent() != null) {
                        Files.createDirectories(entry.getParent());
                    }
                    Files.copy(file, entry);
                }
            }
            // The last that is registered is removed first.
            jar.getParent().toFile().deleteOnExit();
            jar.toFile().deleteOnExit();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("The classes in " + folder + " cannot be packed for the executors.", e);
        }
    }

    /** The files, as Spark lists them. */
    String asSetting() {
        return String.join(",", jars.stream().map(jar -> jar.toUri().toString()).toList());
    }
}
