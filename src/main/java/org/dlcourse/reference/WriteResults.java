package org.dlcourse.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dlcourse.util.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that writes a page of results from recordings; {@code bin/write-results} starts it. */
@Command(
        name = "write-results",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Writes a page of results in Markdown from a template and recorded requirements.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:the page is written", "2:the template or a recording cannot be used"})
public final class WriteResults implements Callable<Integer> {
    @Option(
            names = "--template",
            paramLabel = "FILE",
            defaultValue = "docs/results.template.md",
            description = "the page's own text (default: ${DEFAULT-VALUE})")
    private Path template;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            defaultValue = "fixtures/reference-runs",
            description = "folder of recordings (default: ${DEFAULT-VALUE})")
    private Path recordings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "docs/results.md",
            description = "the page (default: ${DEFAULT-VALUE})")
    private Path output;

    private WriteResults() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, whose exit status 2 comes with one line that says what is wrong. */
    static CommandLine command() {
        return new CommandLine(new WriteResults()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException || failure instanceof ReferenceException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
    }

    /**
     * The page of a template and a folder of recordings.
     *
     * @throws IOException if the template cannot be read
     * @throws ReferenceException if the template or a recording cannot be used
     */
    static String page(Path template, Path recordings) throws IOException {
        if (!Files.isRegularFile(template)) {
            throw new IOException("There is no file " + template.toAbsolutePath()
                    + ". Expected the template of the page; name it by --template FILE.");
        }
        return new ResultsPage(Files.readString(template), new Recordings(recordings).all())
                .text("Written by bin/write-results from " + template.getFileName()
                        + " and the recordings. Change the template.");
    }

    @Override
    public Integer call() throws IOException {
        Path page = output.toAbsolutePath().normalize();
        AtomicFile.write(page, page(template, recordings).getBytes(StandardCharsets.UTF_8));
        System.out.println("Results: " + page.toUri());
        return CommandLine.ExitCode.OK;
    }
}
