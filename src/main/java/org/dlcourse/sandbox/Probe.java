package org.dlcourse.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A short script that tries within an enclosure what a worker must not be able to do, and what it must.
 *
 * <p>Each finding has its control: the file that must not be readable is one that every user may read, the server that must not be
 * reachable runs in this process and says whether anybody came, and the script must reach its last line.
 */
final class Probe {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int LONGEST_OUTPUT = 1 << 16;
    private static final Set<String> OF_SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_");
    private static final Limits LIMITS = Limits.EXERCISES;

    /** Prints a line a finding. */
    private static final String SCRIPT = """
            echo "user $(id -u)"
            echo "submission $(cat "$1/handed-in.txt" 2>&1)"
            if echo x > "$1/written" 2> /dev/null; then echo "submission-is writable"; fi
            if echo x > "$2/written"; then echo "temporary-is writable"; fi
            if cat "$3" > /dev/null 2>&1; then echo "file readable"; else echo "file hidden"; fi
            if : < "/dev/tcp/127.0.0.1/$4"; then echo "server reached"; else echo "server not-reached"; fi
            cat /proc/[0-9]*/environ 2> /dev/null | tr '\\0' '\\n' | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/variable \\1/p' | sort -u
            echo "files $(ulimit -n)"
            echo "processes $(ulimit -u)"
            if command -v /usr/bin/unshare > /dev/null && unshare -Ur true 2> /dev/null; then echo "namespace made"; fi
            echo "done yes"
            """;

    private final Enclosure enclosure;

    Probe(Enclosure enclosure) {
        this.enclosure = enclosure;
    }

    /** For an enclosure that claims to shut network, files and processes out. */
    SelfTest namespaceTest() {
        return test(true);
    }

    /** For an enclosure that only limits. */
    SelfTest processTest() {
        return test(false);
    }

    private SelfTest test(boolean isolates) {
        try {
            return judged(isolates);
        } catch (SandboxException e) {
            return SelfTest.failed(e.getMessage());
        } catch (IOException e) {
            return SelfTest.failed("The self-test cannot be done: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SelfTest.failed("The self-test was interrupted.");
        }
    }

    private SelfTest judged(boolean isolates) throws IOException, InterruptedException {
        Path outside = Files.createTempDirectory("dl-course-probe");
        Path handedIn = Files.createDirectory(outside.resolve("submission"));
        Path secret = outside.resolve("secret.txt");
        Files.writeString(handedIn.resolve("handed-in.txt"), "as-handed-in");
        Files.writeString(secret, "secret");
        outside.toFile().setExecutable(true, false);
        secret.toFile().setReadable(true, false);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            LocalProcess process = new LocalLauncher(enclosure)
                    .launch(
                            handedIn,
                            handedIn,
                            LIMITS,
                            List.of(),
                            folder -> List.of(
                                    "/bin/bash",
                                    "-c",
                                    SCRIPT,
                                    "probe",
                                    enclosure.submission(folder),
                                    enclosure.temporary(folder),
                                    secret.toString(),
                                    Integer.toString(server.getLocalPort())));
            try {
                return judged(process, process.user(), server, isolates);
            } finally {
                process.end();
            }
        } finally {
            Files.delete(handedIn.resolve("handed-in.txt"));
            Files.delete(handedIn);
            Files.delete(secret);
            Files.delete(outside);
        }
    }

    private SelfTest judged(LocalProcess process, WorkerUser user, ServerSocket server, boolean isolates)
            throws IOException, InterruptedException {
        process.input().close();
        OptionalInt status = process.status(TIME);
        if (status.isEmpty()) {
            return SelfTest.failed("The self-test did not end within " + TIME.toSeconds() + " s.");
        }
        Map<String, Set<String>> found = findings(process);
        if (!found.containsKey("done")) {
            Messages messages = new Messages(process.errors());
            messages.run();
            return SelfTest.failed("What should isolate did not start: " + Signal.explained(status.getAsInt()) + ", "
                    + messages.last() + ".");
        }
        List<String> wrong = wrong(found, user, cameIn(server), isolates);
        return wrong.isEmpty()
                ? SelfTest.passed(
                        isolates
                                ? "network refused, files hidden, environment empty, limits set"
                                : (user.isOwn() ? "another user, environment empty, limits set" : "limits set"))
                : SelfTest.failed("It does not hold what it claims: " + String.join("; ", wrong) + ".");
    }

    private static List<String> wrong(
            Map<String, Set<String>> found, WorkerUser user, boolean cameIn, boolean isolates) {
        List<String> wrong = new ArrayList<>();
        if (!found.getOrDefault("user", Set.of()).equals(Set.of(Long.toString(user.number())))) {
            wrong.add("it runs as user " + found.get("user") + " and not as " + user.number());
        }
        if (!found.getOrDefault("submission", Set.of()).equals(Set.of("as-handed-in"))) {
            wrong.add("the submission cannot be read: " + found.get("submission"));
        }
        if (!found.containsKey("temporary-is")) {
            wrong.add("its folder for temporary files cannot be written");
        }
        if (!found.getOrDefault("files", Set.of()).equals(Set.of("256"))) {
            wrong.add("the limits are not set");
        }
        Set<String> variables = new TreeSet<>(found.getOrDefault("variable", Set.of()));
        variables.removeAll(LocalProcess.environment("").keySet());
        variables.removeAll(OF_SHELLS);
        if ((isolates || user.isOwn()) && !variables.isEmpty()) {
            wrong.add("variables of the environment can be read: " + String.join(", ", variables));
        }
        if (user.isOwn() && found.containsKey("submission-is")) {
            wrong.add("the submission can be changed");
        }
        if ((isolates || user.isOwn())
                && !found.getOrDefault("processes", Set.of()).equals(Set.of(Integer.toString(LIMITS.processes())))) {
            wrong.add("the limit on processes is not set");
        }
        if (isolates) {
            wrong.addAll(leaks(found, cameIn));
        }
        return wrong;
    }

    private static List<String> leaks(Map<String, Set<String>> found, boolean cameIn) {
        List<String> leaks = new ArrayList<>();
        if (cameIn || !found.getOrDefault("server", Set.of()).equals(Set.of("not-reached"))) {
            leaks.add("the network can be reached");
        }
        if (!found.getOrDefault("file", Set.of()).equals(Set.of("hidden"))) {
            leaks.add("the machine's files can be read");
        }
        if (found.containsKey("submission-is")) {
            leaks.add("the submission can be changed");
        }
        if (found.containsKey("namespace")) {
            leaks.add("namespaces of its own can be made");
        }
        return leaks;
    }

    private static boolean cameIn(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            // Nobody has connected, which is the finding.
            return false;
        }
    }

    private static Map<String, Set<String>> findings(LocalProcess process) throws IOException {
        String output = new String(process.output().readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
        return output.lines()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.groupingBy(
                        words -> words[0],
                        Collectors.mapping(words -> words[1], Collectors.toCollection(TreeSet::new))));
    }
}
