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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short script that tries within an enclosure what a worker must not be able to do, and what it must.
 *
 * <p>Each finding has its control: the file that must not be readable is one that every user may read, the server that must not be
 * reachable runs in this process and says whether anybody came, and the script must reach its last line.
 */
final class Probe {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int LONGEST_OUTPUT = 1 << 16;
    /** What shells set, and Docker, by the name that the container is given. */
    private static final Set<String> OF_SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_", "HOSTNAME");

    private static final Limits LIMITS = Limits.EXERCISES;

    private static final Map<Claim, String> PROVEN = Map.of(
            Claim.USER, "a user without rights",
            Claim.ENVIRONMENT, "environment hidden",
            Claim.SUBMISSION, "submission unchangeable",
            Claim.PROCESSES, "processes limited",
            Claim.NETWORK, "network refused",
            Claim.FILES, "files hidden",
            Claim.NAMESPACES, "no namespaces");

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

    private final Launcher launcher;

    Probe(Launcher launcher) {
        this.launcher = launcher;
    }

    SelfTest test(Set<Claim> claims) {
        try {
            return judged(claims);
        } catch (SandboxException e) {
            return SelfTest.failed(e.getMessage());
        } catch (IOException e) {
            return SelfTest.failed("The self-test cannot be done: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SelfTest.failed("The self-test was interrupted.");
        }
    }

    private SelfTest judged(Set<Claim> claims) throws IOException, InterruptedException {
        Path outside = Files.createTempDirectory("dl-course-probe");
        Path handedIn = Files.createDirectory(outside.resolve("submission"));
        Path secret = outside.resolve("secret.txt");
        Files.writeString(handedIn.resolve("handed-in.txt"), "as-handed-in");
        Files.writeString(secret, "secret");
        outside.toFile().setExecutable(true, false);
        secret.toFile().setReadable(true, false);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(server.getLocalPort());
            WorkerProcess process = launcher.launch(
                    handedIn,
                    handedIn,
                    LIMITS,
                    List.of(),
                    places -> List.of(
                            "/bin/bash",
                            "-c",
                            SCRIPT,
                            "probe",
                            places.submission(),
                            places.temporary(),
                            secret.toString(),
                            port));
            try {
                return judged(process, server, claims);
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

    private static SelfTest judged(WorkerProcess process, ServerSocket server, Set<Claim> claims)
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
        Map<Claim, String> failures = failures(found, process, cameIn(server));
        List<String> wrong = new ArrayList<>(needed(found));
        claims.stream()
                .sorted()
                .filter(failures::containsKey)
                .map(failures::get)
                .forEach(wrong::add);
        return wrong.isEmpty()
                ? SelfTest.passed(Stream.concat(
                                Stream.of("limits set"),
                                claims.stream().sorted().map(PROVEN::get))
                        .collect(Collectors.joining(", ")))
                : SelfTest.failed("It does not hold what it claims: " + String.join("; ", wrong) + ".");
    }

    /** What every worker needs and does not have. */
    private static List<String> needed(Map<String, Set<String>> found) {
        List<String> wrong = new ArrayList<>();
        if (!is(found, "submission", "as-handed-in")) {
            wrong.add("the submission cannot be read: " + found.get("submission"));
        }
        if (!found.containsKey("temporary-is")) {
            wrong.add("its folder for temporary files cannot be written");
        }
        if (!is(found, "files", Integer.toString(PrivilegeCommand.OPEN_FILES))) {
            wrong.add("the limits are not set");
        }
        return wrong;
    }

    /** The claims that would not hold, each with what was seen. */
    private static Map<Claim, String> failures(Map<String, Set<String>> found, WorkerProcess process, boolean cameIn) {
        Map<Claim, String> failures = new EnumMap<>(Claim.class);
        if (!is(found, "user", Long.toString(process.userNumber())) || process.userNumber() == 0) {
            failures.put(Claim.USER, "it runs as user " + found.get("user") + " and not as " + process.userNumber());
        }
        Set<String> variables = new TreeSet<>(found.getOrDefault("variable", Set.of()));
        variables.removeAll(LocalProcess.environment("").keySet());
        variables.removeAll(OF_SHELLS);
        if (!variables.isEmpty()) {
            failures.put(
                    Claim.ENVIRONMENT, "variables of the environment can be read: " + String.join(", ", variables));
        }
        if (found.containsKey("submission-is")) {
            failures.put(Claim.SUBMISSION, "the submission can be changed");
        }
        if (!is(found, "processes", Integer.toString(LIMITS.processes()))) {
            failures.put(Claim.PROCESSES, "the limit on processes is not set");
        }
        if (cameIn || !is(found, "server", "not-reached")) {
            failures.put(Claim.NETWORK, "the network can be reached");
        }
        if (!is(found, "file", "hidden")) {
            failures.put(Claim.FILES, "the machine's files can be read");
        }
        if (found.containsKey("namespace")) {
            failures.put(Claim.NAMESPACES, "namespaces of its own can be made");
        }
        return failures;
    }

    private static boolean is(Map<String, Set<String>> found, String name, String value) {
        return found.getOrDefault(name, Set.of()).equals(Set.of(value));
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

    private static Map<String, Set<String>> findings(WorkerProcess process) throws IOException {
        String output = new String(process.output().readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
        return output.lines()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.groupingBy(
                        words -> words[0],
                        Collectors.mapping(words -> words[1], Collectors.toCollection(TreeSet::new))));
    }
}
