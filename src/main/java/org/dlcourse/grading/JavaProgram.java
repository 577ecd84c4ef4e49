package org.dlcourse.grading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.dlcourse.grading.worker.JavaWorker;
import org.dlcourse.sandbox.ContainerSandbox;
import org.dlcourse.sandbox.WorkerCommand;
import org.dlcourse.settings.Isolation;

/**
 * The worker for code in Java in a temporary folder: a jar with the worker and the exercises' interfaces. The solutions, and wrong ones,
 * are in packages below these and do not get into a sandbox.
 *
 * @param folder with the jar
 * @param libraries that it needs
 */
record JavaProgram(Path folder, JavaLibraries libraries) implements AutoCloseable {
    private static final String ENTRY = "worker.jar";
    private static final String JAVA_OF_IMAGE = "/usr/bin/java";

    /** Options that keep a virtual machine within a worker's limits. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.pathsFirst=true");

    static JavaProgram unpacked(List<Class<?>> exercises) {
        try {
            JavaLibraries libraries = JavaLibraries.ready();
            Path folder = Files.createTempDirectory("worker");
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.put(Attributes.Name.MAIN_CLASS, JavaWorker.class.getName());
            attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries.uris()));
            Map<String, Class<?>> packages = new LinkedHashMap<>();
            packages.put(JavaWorker.class.getPackageName(), JavaWorker.class);
            exercises.forEach(exercise -> packages.putIfAbsent(exercise.getPackageName(), exercise));
            try (OutputStream file = Files.newOutputStream(folder.resolve(ENTRY));
                    JarOutputStream jar = new JarOutputStream(file, manifest)) {
                for (Class<?> one : packages.values()) {
                    addPackage(one, jar);
                }
            }
            return new JavaProgram(folder, libraries);
        } catch (IOException e) {
            throw new UncheckedIOException("The worker's program cannot be written into a temporary folder.", e);
        }
    }

    /** The classes of a package, without those of packages below it. */
    private static void addPackage(Class<?> one, JarOutputStream jar) throws IOException {
        String name = one.getPackageName().replace('.', '/');
        Path source = sourceOf(one);
        if (Files.isDirectory(source)) {
            addFiles(source.resolve(name), name, jar);
        } else {
            try (FileSystem archive = FileSystems.newFileSystem(source)) {
                addFiles(archive.getPath(name), name, jar);
            }
        }
    }

    private static void addFiles(Path folder, String name, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                jar.putNextEntry(new JarEntry(name + "/" + file.getFileName()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static Path sourceOf(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes of " + one + " lie at a place that is no path.", e);
        }
    }

    /** The command: the JDK that this process runs in, or that of the image in a container. */
    WorkerCommand command(Isolation isolation) {
        Path home = Path.of(System.getProperty("java.home"));
        boolean isContainer = isolation == Isolation.CONTAINER;
        List<String> interpreter = new ArrayList<>(
                List.of(isContainer ? JAVA_OF_IMAGE : home.resolve("bin/java").toString()));
        interpreter.addAll(OPTIONS);
        interpreter.add("-Djava.library.path=" + libraries.natives());
        interpreter.add("-jar");
        return new WorkerCommand(
                interpreter,
                folder,
                ENTRY,
                isContainer ? List.of(libraries.folder()) : readable(home),
                ContainerSandbox.JAVA);
    }

    /** The libraries, and of the JDK what lies outside /usr: distributions keep its settings in /etc. */
    private List<Path> readable(Path home) {
        Set<Path> paths = new TreeSet<>(Set.of(libraries.folder()));
        if (!home.startsWith("/usr")) {
            paths.add(home);
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isSymbolicLink)
                    .filter(Files::exists)
                    .map(JavaProgram::target)
                    .filter(target -> !target.startsWith("/usr") && !target.startsWith(home))
                    .forEach(paths::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the JDK, " + home + ", cannot be listed.", e);
        }
        return List.copyOf(paths);
    }

    private static Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The link " + link + " cannot be followed.", e);
        }
    }

    @Override
    public void close() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted.", e);
        }
    }
}
