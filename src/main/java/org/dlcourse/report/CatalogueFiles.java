package org.dlcourse.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the catalogues in the folders and jars of the class path. */
final class CatalogueFiles {
    /** The folder that they are in. */
    static final String FOLDER = "META-INF/dl-course";

    private static final String ENDING = ".yaml";

    private CatalogueFiles() {}

    /**
     * The content of all catalogues by a name that says where each is, in the order of the class path. Files with the same content
     * are there once, as when a jar and the folder that it was made of are on the class path.
     *
     * @throws CatalogueException if a file is not in UTF-8, or its name ends with {@code .yml}
     */
    static Map<String, String> of(ClassLoader loader) {
        Map<String, String> files = new LinkedHashMap<>();
        try {
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                for (Map.Entry<String, String> file : in(folder).entrySet()) {
                    if (!files.containsValue(file.getValue())) {
                        files.put(file.getKey(), file.getValue());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogues " + FOLDER + "/*" + ENDING + " cannot be read.", e);
        }
        return files;
    }

    private static Map<String, String> in(URL folder) throws IOException {
        URLConnection connection = folder.openConnection();
        return connection instanceof JarURLConnection jar
                ? inJar(jar.getJarFile())
                : inFolder(Path.of(URI.create(folder.toString())));
    }

    private static Map<String, String> inFolder(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> sorted = all.filter(file -> isCatalogue(FOLDER + "/" + file.getFileName()))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                files.put(file.toString(), text(file.toString(), Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** The file is the class loader's as well, and stays open. */
    private static Map<String, String> inJar(JarFile jar) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        List<JarEntry> sorted = jar.stream()
                .filter(entry -> isCatalogue(entry.getName()))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
        for (JarEntry entry : sorted) {
            try (InputStream in = jar.getInputStream(entry)) {
                String name = entry.getName() + " in " + jar.getName();
                files.put(name, text(name, in.readAllBytes()));
            }
        }
        return files;
    }

    private static boolean isCatalogue(String name) {
        boolean inFolder = name.startsWith(FOLDER + "/") && name.indexOf('/', FOLDER.length() + 1) < 0;
        if (inFolder && name.endsWith(".yml")) {
            throw new CatalogueException("The catalogue " + name + " is not read: its name ends with .yml. Expected "
                    + ENDING + "; rename it.");
        }
        return inFolder && name.endsWith(ENDING);
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CatalogueException(
                    "The catalogue " + name + " is not text in UTF-8 (" + e.getMessage() + "). Save it as UTF-8.");
        }
    }
}
