package org.dlcourse.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.grading.Submission;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.EngineSettings;
import org.dlcourse.util.AtomicFile;
import org.dlcourse.util.JavaProcess;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The program that judges submissions by requirements' tests, one after the other, and leaves the judgements and a report of each.
 *
 * <p>It reads a {@link Request} a line and answers each with a line: {@value #DONE}, or why it could not. How submissions are run is said
 * by {@code course.*} properties, as in any session.
 */
public final class SubmissionSession {
    /** The answer after the judgements are there. */
    public static final String DONE = "done";

    private static final String RESULTS = "allure-results";
    private static final String REPORT = "report";
    private static final String JUDGEMENTS = "judgements.json";
    private static final String ANSWERS = "open-answers.json";
    private static final String LOG = "log.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A submission to be judged.
     *
     * @param submission folder with the student's files
     * @param output folder for what is made
     * @param requirements some of {@link #requirements}
     * @param marks the table of points that a person gave for its answers; empty if there is none
     */
    public record Request(String submission, String output, JudgedRequirements requirements, String marks) {
        /** As one line. */
        public String line() {
            try {
                return JSON.writeValueAsString(this);
            } catch (IOException e) {
                throw new IllegalStateException("a record of texts is written", e);
            }
        }
    }

    private final AllureCommand allure;
    private final Path shell;

    private final Optional<String> runs = Optional.ofNullable(System.getProperty(EngineSettings.RESULTS.property()));

    private SubmissionSession(AllureCommand allure, Path shell) {
        this.allure = allure;
        this.shell = shell;
    }

    /** The requirements that have a test in the folders of the class path. */
    public static JudgedRequirements requirements() {
        Map<Boolean, Map<String, String>> tests = TestedRequirements.byJudgingSolutions();
        return JudgedRequirements.of(tests.get(true), tests.get(false), RequirementCatalogue.ofClassPath());
    }

    /**
     * Makes what the reports of many submissions have in common.
     *
     * @param allure folder of Allure's command line
     * @param folder that it is made in
     * @return the page that {@link #process} takes
     */
    public static Path shell(Path allure, Path folder) {
        return ReportGenerator.of(new AllureProcess(allure), folder).shell(folder);
    }

    /**
     * The process that judges submissions.
     *
     * @param allure folder of Allure's command line
     * @param shell made by {@link #shell}
     */
    public static JavaProcess process(Path allure, Path shell) {
        return JavaProcess.of(SubmissionSession.class.getName(), allure.toString(), shell.toString())
                .withVariable(AllureLibrary.NO_ANALYTICS, "true");
    }

    /**
     * The judgements that such a process left.
     *
     * @param output of the request
     * @throws IOException if there are none
     */
    public static Judgements judgements(Path output) throws IOException {
        return JSON.readValue(Files.readAllBytes(output.resolve(JUDGEMENTS)), Judgements.class);
    }

    /**
     * The answers without points that such a process left.
     *
     * @param output of the request
     * @throws IOException if they cannot be read
     */
    public static OpenAnswers openAnswers(Path output) throws IOException {
        return JSON.readValue(Files.readAllBytes(output.resolve(ANSWERS)), OpenAnswers.class);
    }

    /**
     * The scores for a leaderboard that such a process left.
     *
     * @param output of the request
     * @throws IOException if they cannot be read
     */
    public static List<Score> scores(Path output) throws IOException {
        return Score.ofFolder(output.resolve(RESULTS));
    }

    /** Judges a submission for each line of the standard input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (AllureLibrary allure = new AllureLibrary(Path.of(arguments[0]))) {
            SubmissionSession session = new SubmissionSession(allure, Path.of(arguments[1]));
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                answers.println(session.answer(JSON.readValue(line, Request.class)));
            }
        }
        // Threads that a library keeps waiting must not keep this process.
        System.exit(0);
    }

    /** What tests print goes into the submission's log, since the standard output is for answers. */
    private String answer(Request request) throws IOException {
        Path output = Path.of(request.output());
        Files.createDirectories(output);
        try (PrintStream log =
                new PrintStream(Files.newOutputStream(output.resolve(LOG)), true, StandardCharsets.UTF_8)) {
            System.setOut(log);
            System.setErr(log);
            try {
                judge(request, output);
                return DONE;
            } catch (IOException | RuntimeException e) {
                e.printStackTrace(log);
                return e.toString().replaceAll("\\s+", " ");
            }
        }
    }

    private void judge(Request request, Path output) throws IOException {
        AllureResults results = new AllureResults(output.resolve(RESULTS));
        Files.deleteIfExists(output.resolve(JUDGEMENTS));
        results.clean();
        ReportGenerator generator = ReportGenerator.of(allure, output.resolve(REPORT));
        generator.clean();
        System.setProperty(EngineSettings.SUBMISSION.property(), request.submission());
        // Unless the reference's runs are in a folder of their own.
        System.setProperty(EngineSettings.RESULTS.property(), runs.orElseGet(() -> output.resolve("results")
                .toString()));
        System.setProperty(AllureResults.FOLDER, results.folder().toString());
        if (request.marks().isEmpty()) {
            System.clearProperty(EngineSettings.MARKS.property());
        } else {
            System.setProperty(EngineSettings.MARKS.property(), request.marks());
        }
        RequirementCatalogue catalogue = RequirementCatalogue.ofClassPath();
        JudgedRequirements requirements = request.requirements();
        AnswerSheet sheet = requirements.byPerson().isEmpty() ? AnswerSheet.empty() : answers(catalogue);
        Allure.setLifecycle(new AllureLifecycle(new FileSystemResultsWriter(results.folder())));
        // Without the session that makes a report of all that there is.
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(tests(requirements, sheet, catalogue)
                                .map(DiscoverySelectors::selectMethod)
                                .toList())
                        .build());
        Judgements judgements = Judgements.ofFolder(results.folder(), catalogue);
        results.addToEnvironment(Map.of("points", judgements.points().toString()));
        Executor executor = Executor.of(System.getenv(), results.runNumber());
        results.write(executor);
        Summary summary =
                summary(output.getFileName() + ": " + judgements.points() + " points", executor, results, catalogue);
        LastRuns last = LastRuns.ofFolder(results.history());
        generator.generate(
                results, summary.title(), shell, Optional.of(new SummaryPage(summary, last.differenceOf(summary))));
        last.with(summary).keep(results.history());
        OpenAnswers open = OpenAnswers.of(sheet, requirements.byPerson().keySet(), catalogue);
        AtomicFile.write(output.resolve(ANSWERS).toAbsolutePath(), JSON.writeValueAsBytes(open));
        AtomicFile.write(output.resolve(JUDGEMENTS).toAbsolutePath(), JSON.writeValueAsBytes(judgements));
    }

    /** What became of each requirement that the submission was judged by, or had no files for. */
    private static Summary summary(
            String title, Executor executor, AllureResults results, RequirementCatalogue catalogue) throws IOException {
        Map<String, JsonNode> byId = results.ofRequirements();
        Map<RequirementCatalogue.Place, Outcome> outcomes = new LinkedHashMap<>();
        for (RequirementCatalogue.Place place : catalogue.places()) {
            Optional.ofNullable(byId.get(place.entry().id()))
                    .flatMap(RequirementLabels::outcome)
                    .ifPresent(outcome -> outcomes.put(place, outcome));
        }
        CourseSettings settings = CourseSettings.ofProcess();
        return new Summary(
                title,
                executor.buildName(),
                settings.scale().toString(),
                Long.toString(settings.seed()),
                Summary.rows(outcomes, results, id -> Optional.empty()));
    }

    /** The submission's answers and the marks for them. */
    private static AnswerSheet answers(RequirementCatalogue catalogue) {
        CourseSettings settings = CourseSettings.ofProcess();
        Marks marks =
                settings.marks().map(file -> Marks.ofFile(file, catalogue)).orElse(Marks.none());
        try (Submission submission =
                new Submission(settings.submission().orElseThrow(), () -> SandboxChoice.of(settings.isolation()))) {
            return AnswerSheet.of(submission, marks, catalogue);
        }
    }

    /** The tests to be run: of the questions those that are answered or marked, since the others have no page. */
    private static Stream<String> tests(
            JudgedRequirements requirements, AnswerSheet sheet, RequirementCatalogue catalogue) {
        return Stream.concat(
                requirements.byTest().values().stream(),
                catalogue.places().stream()
                        .map(RequirementCatalogue.Place::entry)
                        .filter(entry -> requirements.byPerson().containsKey(entry.id()))
                        .filter(entry -> sheet.page(entry).isPresent())
                        .map(entry -> requirements.byPerson().get(entry.id())));
    }
}
