package org.dlcourse.util;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a Java program is started as a process of its own.
 *
 * <p>Unless said otherwise it runs on this process's JDK, with this process's class path and environment.
 *
 * @param home folder of the JDK
 * @param options of the virtual machine, in front of the main class; later ones win
 * @param classPath its folders and jars, joined as the system does
 * @param variables environment variables beside those of this process, which they replace
 * @param main name of the main class
 * @param arguments of the program
 */
public record JavaProcess(
        Path home,
        List<String> options,
        String classPath,
        Map<String, String> variables,
        String main,
        List<String> arguments) {
    public JavaProcess {
        options = List.copyOf(options);
        variables = Map.copyOf(variables);
        arguments = List.copyOf(arguments);
    }

    /** The program on this process's JDK and class path. */
    public static JavaProcess of(String main, String... arguments) {
        return new JavaProcess(
                Path.of(System.getProperty("java.home")),
                List.of(),
                // Maven's test process has a class path of one jar that names the rest, and is removed with the
                // process.
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Map.of(),
                main,
                List.of(arguments));
    }

    /** The same on the JDK in a folder. */
    public JavaProcess withHome(Path folder) {
        return new JavaProcess(folder, options, classPath, variables, main, arguments);
    }

    /** The same with more options. */
    public JavaProcess withOptions(String... more) {
        return new JavaProcess(home, concatenated(options, more), classPath, variables, main, arguments);
    }

    /** The same without an option, if it has it. */
    public JavaProcess withoutOption(String option) {
        List<String> others =
                options.stream().filter(one -> !one.equals(option)).toList();
        return new JavaProcess(home, others, classPath, variables, main, arguments);
    }

    /** The same with another class path. */
    public JavaProcess withClassPath(String... entries) {
        return new JavaProcess(home, options, String.join(File.pathSeparator, entries), variables, main, arguments);
    }

    /** The same with a variable of its environment set. */
    public JavaProcess withVariable(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.put(name, value);
        return new JavaProcess(home, options, classPath, all, main, arguments);
    }

    /** The same with more arguments. */
    public JavaProcess withArguments(String... more) {
        return new JavaProcess(home, options, classPath, variables, main, concatenated(arguments, more));
    }

    /**
     * What starts the process.
     *
     * @param before words of a command that starts Java in its turn, such as {@code env}; none if Java is started directly
     */
    public ProcessBuilder builder(String... before) {
        List<String> command = Stream.of(
                        Stream.of(before),
                        Stream.of(home.resolve("bin").resolve("java").toString()),
                        options.stream(),
                        Stream.of("-cp", classPath, main),
                        arguments.stream())
                .flatMap(words -> words)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        return builder;
    }

    private static List<String> concatenated(List<String> words, String... more) {
        return Stream.concat(words.stream(), Arrays.stream(more)).toList();
    }
}
