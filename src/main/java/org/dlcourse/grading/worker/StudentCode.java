package org.dlcourse.grading.worker;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What was handed in, compiled: the source files that compile, and the jars.
 *
 * @param submission the folder that was handed in
 * @param classes where the compiled classes are
 * @param jars that were handed in
 * @param errors the first error of each source file that does not compile, by the file's name
 */
record StudentCode(Path submission, Path classes, List<Path> jars, Map<String, CompileError> errors) {
    private static final int MOST_ROUNDS = 5;

    /**
     * An error of the compiler.
     *
     * @param line from 1
     * @param message of the compiler
     */
    record CompileError(long line, String message) {}

    static StudentCode compiled(Path submission, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<Path> sources = files(submission, ".java").stream()
                .filter(source -> !source.endsWith("module-info.java"))
                .toList();
        StudentCode code = new StudentCode(submission, classes, files(submission, ".jar"), new TreeMap<>());
        for (int round = 0; round < MOST_ROUNDS && !sources.isEmpty(); round++) {
            // A file that does not compile costs no other one.
            int before = code.errors.size();
            code.compile(sources);
            if (code.errors.size() == before) {
                break;
            }
            sources = sources.stream()
                    .filter(source -> !code.errors.containsKey(code.name(source)))
                    .toList();
        }
        return code;
    }

    /** Whether a word occurs in a source file. */
    boolean mentions(String name, String word) throws IOException {
        // Whatever the encoding: the word is in ASCII.
        return Pattern.compile("\\b" + word + "\\b")
                .matcher(Files.readString(submission.resolve(name), StandardCharsets.ISO_8859_1))
                .find();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
                    .filter(file -> Stream.of("__MACOSX", "/.").noneMatch(part -> file.toString()
                            .substring(folder.toString().length())
                            .contains(part)))
                    .sorted()
                    .toList();
        }
    }

    private String name(Path file) {
        return submission.relativize(file).toString();
    }

    private void compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("There is no compiler in " + System.getProperty("java.home") + "; expected a JDK.");
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            String path = Stream.concat(
                            Stream.of(System.getProperty("java.class.path")),
                            jars.stream().map(Path::toString))
                    .reduce((a, b) -> a + ":" + b)
                    .orElseThrow();
            List<String> options = List.of(
                    "-proc:none", "-encoding", "UTF-8", "-g", "-nowarn", "-d", classes.toString(), "-classpath", path);
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR && one.getSource() != null) {
                String message = one.getMessage(Locale.ROOT).lines().findFirst().orElse("");
                errors.putIfAbsent(
                        name(Path.of(one.getSource().toUri())), new CompileError(one.getLineNumber(), message));
            }
        }
    }

    /** A loader of its own: static fields are as in a fresh process. */
    URLClassLoader loader() {
        URL[] urls = Stream.concat(Stream.of(classes), jars.stream())
                .map(StudentCode::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, StudentCode.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes that implement an exercise, by name. */
    List<Class<?>> implementing(Class<?> exercise, ClassLoader loader) throws IOException {
        List<Class<?>> found = new ArrayList<>();
        for (String name : new TreeSet<>(classNames())) {
            try {
                Class<?> one = Class.forName(name, false, loader);
                boolean isConcrete = !one.isInterface() && (one.getModifiers() & Modifier.ABSTRACT) == 0;
                if (isConcrete && exercise.isAssignableFrom(one) && one.getClassLoader() == loader) {
                    found.add(one);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // One of the jars' that needs what is not here: then it is not what is asked for.
                System.err.println(name + " was left out: " + e);
            }
        }
        return found;
    }

    private List<String> classNames() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files(classes, ".class")) {
            names.add(classes.relativize(file).toString());
        }
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class"))
                        .forEach(names::add);
            }
        }
        return names.stream()
                .filter(name -> !name.startsWith("META-INF") && !name.endsWith("-info.class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    /** The jar that a class came in, if it was handed in as one. */
    Optional<String> jarOf(Class<?> one) {
        String place = one.getProtectionDomain().getCodeSource().getLocation().toString();
        return jars.stream()
                .filter(jar -> url(jar).toString().equals(place))
                .map(this::name)
                .findFirst();
    }

    /** The source file of a class by the name that the compiler kept of it; the name itself where it came in a jar. */
    String sourceOf(String className, String fileName) {
        String inPackage = className.contains(".")
                ? className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/') + fileName
                : fileName;
        try {
            List<String> names =
                    files(submission, ".java").stream().map(this::name).toList();
            return names.stream()
                    .filter(name -> ("/" + name).endsWith("/" + inPackage))
                    .findFirst()
                    .or(() -> names.stream()
                            .filter(name -> ("/" + name).endsWith("/" + fileName))
                            .findFirst())
                    .orElse(fileName);
        } catch (IOException e) {
            throw new IllegalStateException("The submission cannot be listed any more.", e);
        }
    }
}
