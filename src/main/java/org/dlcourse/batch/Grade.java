package org.dlcourse.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.dlcourse.dataset.DataException;
import org.dlcourse.report.ClassMarks;
import org.dlcourse.report.JudgedRequirements;
import org.dlcourse.report.SubmissionSession;
import org.dlcourse.sandbox.SandboxChoice;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.settings.Isolation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that grades submissions; {@code bin/grade} starts it. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Grades folders that students handed in by the requirements' tests. Each gets points, feedback and a report;"
                        + " the class gets grades.csv and index.html. What is graded already is not graded again.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every submission is graded",
            "1:a submission could not be graded; grade again with the same output",
            "2:nothing was graded: an option or a folder is not as expected"
        })
public final class Grade implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "folder of one submission, unpacked")
    private List<Path> folders;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "folder of the grades; made if it is not there")
    private Path output;

    @Option(
            names = "--requirements",
            split = ",",
            paramLabel = "ID",
            description = "requirements or handouts to judge, such as CONV-3,FCNET; all that can be judged if left out")
    private List<String> requirements = List.of();

    @Option(
            names = "--isolation",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "auto, container, namespace or process (default: ${DEFAULT-VALUE}, the strongest that works)")
    private String isolation;

    @Option(
            names = "--case-salt",
            paramLabel = "WORD",
            defaultValue = "${env:COURSE_CASE_SALT:-}",
            description =
                    "word from which each submission's hidden cases are drawn; the same word gives the same cases (default: the"
                            + " environment variable COURSE_CASE_SALT, which other processes cannot read)")
    private String salt;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "folder of the real data sets, for predictions (default: none)")
    private Path data;

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            defaultValue = "${sys:course.results:-}",
            description =
                    "folder of results with the reference's own runs, such as target/results after mvn test: their curves stand"
                            + " beside those of result files (default: that of this checkout, if it is there)")
    private String runs;

    @Option(
            names = "--marks",
            paramLabel = "FILE",
            description =
                    "table of the points that a person gives for answers, with the columns submission, id, points and comment;"
                            + " OUT/open-answers.csv has a row for each answer that waits for points (default: none)")
    private Path marks;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "submissions graded at a time (default: the number of processors)")
    private Integer workers;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "Java's memory for each submission at a time, such as 384m or 1g (default: ${DEFAULT-VALUE})")
    private String heap;

    private Grade() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Grade())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof SandboxException
                            || failure instanceof BatchException
                            || failure instanceof DataException) {
                        command.getErr().println(failure.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    throw failure;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        List<SubmittedFolder> submissions = SubmittedFolder.of(folders);
        JudgedRequirements all = SubmissionSession.requirements();
        JudgedRequirements selected = new Selection(requirements).of(all);
        ClassMarks given = marks == null
                ? ClassMarks.none()
                : ClassMarks.ofFile(
                        marks,
                        submissions.stream().map(SubmittedFolder::name).toList(),
                        all.byTest().keySet());
        SandboxChoice choice = SandboxChoice.of(isolation());
        if (submissions.size() > 1) {
            choice.requireFitForBatch();
        }
        OptionalInt parallel = workers();
        String memory = heap();
        System.out.println("Isolation: " + choice.sandbox().description() + ".");
        Batch batch = new Batch(
                home,
                submissions,
                output.toAbsolutePath().normalize(),
                selected,
                new GradingOptions(
                        choice.sandbox().isolation(),
                        salt,
                        Optional.ofNullable(data)
                                .map(folder -> folder.toAbsolutePath().normalize()),
                        runs(),
                        memory,
                        given),
                parallel);
        return batch.grade(System.out::println) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private OptionalInt workers() {
        if (workers != null && workers < 1) {
            throw new BatchException("--workers is " + workers + ". Expected a whole number from 1 on.");
        }
        return workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
    }

    private Optional<Path> runs() {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Path.of(runs).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new BatchException(
                    "--runs is " + folder + ", which is no folder. Expected the results of a run of mvn test.");
        }
        return Optional.of(folder);
    }

    private String heap() {
        if (!heap.matches("[1-9][0-9]{0,5}[mgMG]")) {
            throw new BatchException("--heap is " + heap
                    + ". Expected a whole number and m or g, for megabytes or gigabytes, such as 384m.");
        }
        return heap;
    }

    private Isolation isolation() {
        for (Isolation one : Isolation.values()) {
            if (one.toString().equals(isolation)) {
                return one;
            }
        }
        throw new BatchException("--isolation is " + isolation + ". Expected auto, container, namespace or process.");
    }
}
