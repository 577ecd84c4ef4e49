package org.dlcourse.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.util.Sha256;

/**
 * ND4J and what it needs in a folder that every user may read: the class path's own folders may be closed to a worker's user. Made once
 * and kept for later gradings, since it has some 500 MB.
 *
 * @param folder with the jars, and the native libraries in {@code native}
 */
record JavaLibraries(Path folder) {
    private static final Pattern NEEDED = Pattern.compile(
            "(nd4j|javacpp|openblas|protobuf|jackson|guava|flatbuffers|neoitertools|slf4j-api|commons-(io|lang3|math3|codec))\\b.*\\.jar");
    /** What JavaCPP would otherwise link to in the folder for temporary files, where a container runs nothing. */
    private static final String LINEAR_ALGEBRA = "libopenblas.so.0";

    private static final String ITS_OTHER_NAME = "libopenblas_nolapack.so.0";
    /** Changes with what is done with the jars, so that folders made before are not taken. */
    private static final String VERSION = "2";

    private static final Pattern NATIVE = Pattern.compile(".*\\.so(\\.\\d+)*");

    /** Copies them, unless an earlier grading by the same user has. */
    static JavaLibraries ready() {
        try {
            List<Path> jars = jars();
            Sha256 digest = new Sha256().add(VERSION).add(System.getProperty("user.name"));
            for (Path jar : jars) {
                digest.add(jar.toString()).add(Long.toString(Files.size(jar)));
            }
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path folder = temporary.resolve("dl-course-java-" + digest.hex().substring(0, 16));
            if (!Files.isDirectory(folder)) {
                make(jars, temporary, folder);
            }
            requireOwn(folder, temporary);
            return new JavaLibraries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "ND4J cannot be copied for code in Java. Expected 1 GB of room in "
                            + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    /** Where all users may write, another one could have made it. */
    private static void requireOwn(Path folder, Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "owner", "");
        try {
            if (!Files.getOwner(folder).equals(Files.getOwner(probe))) {
                throw new SandboxException("The folder " + folder + " belongs to " + Files.getOwner(folder)
                        + "; expected one of the user that grades. Remove it.");
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static void make(List<Path> jars, Path temporary, Path folder) throws IOException {
        Path made = Files.createTempDirectory(temporary, "dl-course-java-");
        Path natives = Files.createDirectory(made.resolve("native"));
        for (Path jar : jars) {
            readable(Files.copy(jar, made.resolve(jar.getFileName().toString())), "rw-r--r--");
            try (JarFile file = new JarFile(jar.toFile())) {
                for (var entry : Collections.list(file.entries())) {
                    Path target = natives.resolve(
                            Path.of(entry.getName()).getFileName().toString());
                    if (NATIVE.matcher(entry.getName()).matches() && !Files.exists(target)) {
                        try (InputStream content = file.getInputStream(entry)) {
                            Files.copy(content, target);
                        }
                        readable(target, "rw-r--r--");
                    }
                }
            }
        }
        if (Files.exists(natives.resolve(LINEAR_ALGEBRA))) {
            Files.createSymbolicLink(natives.resolve(ITS_OTHER_NAME), Path.of(LINEAR_ALGEBRA));
        }
        readable(natives, "rwxr-xr-x");
        readable(made, "rwxr-xr-x");
        try {
            Files.move(made, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another grading was faster, with the same files.
            FileUtils.deleteDirectory(made.toFile());
        }
    }

    private static void readable(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** The jars of the class path that are needed; each has a manifest. */
    private static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (URL url : Collections.list(JavaLibraries.class.getClassLoader().getResources(JarFile.MANIFEST_NAME))) {
            String text = url.toString();
            if (text.startsWith("jar:file:")) {
                Path jar = path(text.substring("jar:".length(), text.indexOf("!/")));
                if (NEEDED.matcher(jar.getFileName().toString()).matches()) {
                    jars.add(jar);
                }
            }
        }
        if (jars.isEmpty()) {
            throw new SandboxException("No jar of ND4J is on the class path, which code in Java needs.");
        }
        return jars;
    }

    private static Path path(String uri) {
        try {
            return Path.of(new URI(uri));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path has the entry " + uri + ".", e);
        }
    }

    Path natives() {
        return folder.resolve("native");
    }

    /** The jars as a manifest names them. */
    List<String> uris() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(file -> file.toUri().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed.", e);
        }
    }
}
