package org.dlcourse.backend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;

/**
 * The native libraries that JavaCPP unpacks from the jars on the class path before ND4J starts.
 *
 * @param libraries each file of this platform, but for CUDA's own, of which only some are needed
 */
record NativeCode(List<Library> libraries) {
    /** JavaCPP keeps some libraries under a second name as well: with a tenth on top there is room for these. */
    private static final double WITH_SECOND_NAMES = 1.1;

    // Not Loader's own method: that class unpacks something as soon as it is loaded.
    static final String PLATFORM = Loader.Detector.getPlatform();

    private static final String CUDA = "org/bytedeco/cuda/";

    /** The library that joins ND4J to Java: one a native build. */
    private static final String BINDINGS = "(lib)?jnind4j.*";

    /**
     * One file.
     *
     * @param jar name of the jar
     * @param entry path within the jar
     * @param bytes size of the file
     */
    record Library(String jar, String entry, long bytes) {
        private boolean isIn(Path cache) {
            File file = cache.resolve(jar).resolve(entry).toFile();
            return file.length() == bytes;
        }

        /** The file's name and before it those of its folders. */
        private String[] names() {
            return entry.split("/");
        }
    }

    NativeCode {
        libraries = List.copyOf(libraries);
    }

    /** Those on this process's class path; none of them is loaded. */
    static NativeCode ofProcess() {
        return on(NativeCode.class.getClassLoader());
    }

    /** Those on a class path. */
    static NativeCode on(ClassLoader loader) {
        try {
            List<JarURLConnection> jars = jars(loader);
            List<JarURLConnection> named = jars.stream()
                    .filter(jar -> jar.getJarFileURL().getPath().contains(PLATFORM))
                    .toList();
            List<Library> libraries = new ArrayList<>();
            // Where no jar is named after the platform all are in one.
            for (JarURLConnection jar : named.isEmpty() ? jars : named) {
                libraries.addAll(libraries(jar));
            }
            return new NativeCode(libraries);
        } catch (IOException e) {
            throw new UncheckedIOException("The jars on the class path cannot be read.", e);
        }
    }

    /** The room that those need which a folder does not hold already, in bytes. */
    long missingIn(Path cache) {
        return (long) (WITH_SECOND_NAMES
                * libraries.stream()
                        .filter(library -> !library.isIn(cache))
                        .mapToLong(Library::bytes)
                        .sum());
    }

    /** Classifiers of ND4J's native builds, which are the names of the folders that they lie in. */
    Set<String> builds() {
        return libraries.stream()
                .map(Library::names)
                .filter(names -> names[names.length - 1].matches(BINDINGS))
                .map(names -> names[names.length - 2])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A size in words. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", Math.ceil(bytes / 1e6));
    }

    private static List<JarURLConnection> jars(ClassLoader loader) throws IOException {
        List<JarURLConnection> jars = new ArrayList<>();
        for (URL manifest : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
            URLConnection connection = manifest.openConnection();
            if (connection instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                jars.add(jar);
            }
        }
        return jars;
    }

    private static List<Library> libraries(JarURLConnection connection) throws IOException {
        try (JarFile jar = connection.getJarFile()) {
            String name = Path.of(jar.getName()).getFileName().toString();
            return Collections.list(jar.entries()).stream()
                    .filter(NativeCode::isLibrary)
                    .map(entry -> new Library(name, entry.getName(), entry.getSize()))
                    .toList();
        }
    }

    /** Whether it lies in a folder that is named after the platform, such as {@code linux-x86_64-onednn-avx2}. */
    private static boolean isLibrary(JarEntry entry) {
        String path = entry.getName();
        String[] names = path.split("/");
        return !entry.isDirectory()
                && names.length > 1
                && names[names.length - 2].startsWith(PLATFORM)
                && !path.startsWith("META-INF/")
                && !path.startsWith(CUDA);
    }
}
