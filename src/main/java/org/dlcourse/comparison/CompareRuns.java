package org.dlcourse.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dlcourse.dataset.DataException;
import org.dlcourse.report.KeptReport;
import org.dlcourse.util.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that compares two runs; {@code bin/compare-runs} starts it. */
@Command(
        name = "compare-runs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Makes one HTML page of what changed between two runs of any course: where they come from, outcomes, key numbers,"
                        + " means over seeds, and curves laid over each other. Both are folders of reports, such as target/report or a"
                        + " copy of it; the next run removes target/report, so copy it first.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:the page is there, whatever differs", "2:one of the two is no report of a run"})
public final class CompareRuns implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "folder of the first report")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "folder of the second report")
    private Path second;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "comparison.html",
            description = "the page (default: ${DEFAULT-VALUE})")
    private Path output;

    private CompareRuns() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, whose exit status 2 comes with one line that says what is wrong. */
    static CommandLine command() {
        return new CommandLine(new CompareRuns()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException || failure instanceof DataException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() throws IOException {
        RunComparison comparison = new RunComparison(KeptReport.of(first), KeptReport.of(second));
        Path page = output.toAbsolutePath().normalize();
        AtomicFile.write(page, new ComparisonPage(comparison).html().getBytes(StandardCharsets.UTF_8));
        System.out.println("Comparison: " + page.toUri());
        return CommandLine.ExitCode.OK;
    }
}
