package org.dlcourse.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.util.AtomicFile;
import org.dlcourse.util.JavaProcess;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program that judges one submission by requirements' tests, in a process of its own, and leaves the judgements and a report.
 *
 * <p>The submission and how it is run are said by {@code course.*} properties, as in any session.
 */
public final class SubmissionSession {
    private static final String RESULTS = "allure-results";
    private static final String REPORT = "report";
    private static final String JUDGEMENTS = "judgements.json";

    private SubmissionSession() {}

    /**
     * The tests that judge solutions of students.
     *
     * @return by the requirement's id in the catalogue's order, each as {@code class#method(types)}
     */
    public static Map<String, String> tests() {
        Map<String, String> found = TestedRequirements.judgingSolutions();
        RequirementCatalogue catalogue = RequirementCatalogue.ofClassPath();
        catalogue.requireKnown(found.keySet());
        Map<String, String> tests = new LinkedHashMap<>();
        catalogue.places().stream()
                .map(place -> place.entry().id())
                .filter(found::containsKey)
                .forEach(id -> tests.put(id, found.get(id)));
        return tests;
    }

    /**
     * Makes what the reports of many submissions have in common.
     *
     * @param allure folder of Allure's command line
     * @param folder that it is made in
     * @return the page that {@link #process} takes
     */
    public static Path shell(Path allure, Path folder) {
        return ReportGenerator.of(allure, folder).shell(folder);
    }

    /**
     * A process that judges a submission.
     *
     * @param allure folder of Allure's command line
     * @param output folder of its results
     * @param shell made by {@link #shell}
     * @param tests some of {@link #tests}, as they are written there
     */
    public static JavaProcess process(Path allure, Path output, Path shell, List<String> tests) {
        return JavaProcess.of(SubmissionSession.class.getName())
                .withOptions(
                        "-D" + ReportGenerator.HOME + "=" + allure,
                        "-D" + ReportGenerator.OUTPUT + "=" + output.resolve(REPORT),
                        "-D" + AllureResults.FOLDER + "=" + output.resolve(RESULTS))
                .withArguments(output.toString(), shell.toString())
                .withArguments(tests.toArray(String[]::new));
    }

    /** The report that such a process leaves. */
    public static Path report(Path output) {
        return output.resolve(REPORT).resolve("index.html");
    }

    /**
     * The judgements that such a process left.
     *
     * @throws IOException if there are none, since it did not come to its end
     */
    public static Judgements judgements(Path output) throws IOException {
        return new ObjectMapper().readValue(Files.readAllBytes(output.resolve(JUDGEMENTS)), Judgements.class);
    }

    /** Runs the tests, then makes the report, and last leaves the judgements. */
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[0]);
        AllureResults results = AllureResults.ofProcess();
        Files.deleteIfExists(output.resolve(JUDGEMENTS));
        results.clean();
        ReportGenerator.ofProcess().clean();
        // Without the session that makes a report of all that there is.
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(Arrays.stream(arguments)
                                .skip(2)
                                .map(DiscoverySelectors::selectMethod)
                                .toList())
                        .build());
        Judgements judgements = Judgements.ofFolder(results.folder(), RequirementCatalogue.ofClassPath());
        String points = "Points: " + judgements.points();
        results.addToEnvironment(Map.of("points", judgements.points().toString()));
        results.write(Executor.of(System.getenv()));
        ReportGenerator.ofProcess().generate(results, points, Path.of(arguments[1]));
        AtomicFile.write(output.resolve(JUDGEMENTS).toAbsolutePath(), new ObjectMapper().writeValueAsBytes(judgements));
        System.out.println(points);
        // Threads that students' code keeps waiting must not keep this process.
        System.exit(0);
    }
}
