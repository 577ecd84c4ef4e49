package org.dlcourse.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dlcourse.report.JudgedRequirements;
import org.dlcourse.report.Judgements;
import org.dlcourse.report.RequirementCatalogue;
import org.dlcourse.report.SubmissionSession;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program that judges made-up submissions, one after the other in one process: each in a session of its own with the tests of the
 * requirements that are expected of it.
 */
final class CorpusGrading {
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.ofClassPath();
    private static final String SUBMISSION = "submission";
    private static final String PROGRAM = "make.py";
    private static final String MARKS = "marks.csv";
    private static final String PREDICTED = "CONV-4";

    private final JudgedRequirements tests = SubmissionSession.requirements();
    private final Path results = Path.of(System.getProperty("allure.results.directory"));
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());

    private CorpusGrading() {}

    /**
     * Judges a share of the submissions of the first folder, every one of so many from a first one on, and leaves the judgements of each
     * in a file of the second.
     */
    public static void main(String[] arguments) throws Exception {
        CorpusGrading grading = new CorpusGrading();
        List<Path> all = folders(Path.of(arguments[0]));
        for (int i = Integer.parseInt(arguments[2]); i < all.size(); i += Integer.parseInt(arguments[3])) {
            Path one = all.get(i);
            long start = System.nanoTime();
            Path output = Path.of(arguments[1]);
            Judgements judgements = grading.judge(one, output);
            new ObjectMapper().writeValue(file(output, one).toFile(), judgements);
            System.out.printf(
                    "%s: %s points, %.1f s%n",
                    one.getFileName(), judgements.points(), (System.nanoTime() - start) / 1e9);
        }
        // Threads that students' code keeps waiting must not keep this process.
        System.exit(0);
    }

    /** The submissions of a corpus. */
    static List<Path> folders(Path corpus) throws IOException {
        try (Stream<Path> all = Files.list(corpus)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Where the judgements of a submission are left. */
    static Path file(Path output, Path submission) {
        return output.resolve(submission.getFileName() + ".json");
    }

    private Judgements judge(Path one, Path output) throws IOException, InterruptedException {
        System.setProperty("course.submission", submission(one, output).toString());
        if (Files.exists(one.resolve(MARKS))) {
            System.setProperty("course.marks", one.resolve(MARKS).toString());
        } else {
            System.clearProperty("course.marks");
        }
        if (ids(one).contains(PREDICTED)) {
            System.setProperty(
                    "course.data",
                    MadeUpCifar10.in(results.resolveSibling(results.getFileName() + "-data"))
                            .toString());
        } else {
            System.clearProperty("course.data");
        }
        clean();
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(ids(one).stream()
                        .map(id ->
                                tests.byTest().getOrDefault(id, tests.byPerson().get(id)))
                        .map(DiscoverySelectors::selectMethod)
                        .toList())
                .build());
        return Judgements.ofFolder(results, CATALOGUE);
    }

    private static Collection<String> ids(Path one) throws IOException {
        return ExpectedJudgement.of(one).keySet();
    }

    /** The files that were handed in; where a program makes them, as large files are not kept, it is run. */
    private static Path submission(Path one, Path output) throws IOException, InterruptedException {
        Path program = one.resolve(PROGRAM);
        if (!Files.exists(program)) {
            return one.resolve(SUBMISSION);
        }
        Path made = Files.createDirectories(output.resolve(one.getFileName()));
        int status = new ProcessBuilder("/usr/bin/python3", "-B", program.toString(), made.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(program + " ended with " + status + ".");
        }
        return made;
    }

    private void clean() throws IOException {
        Files.createDirectories(results);
        try (Stream<Path> old = Files.list(results)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }
}
