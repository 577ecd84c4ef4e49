package org.dlcourse.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Judgements;
import org.dlcourse.sandbox.ContainerSandbox;
import org.dlcourse.sandbox.ProcessSandbox;
import org.dlcourse.sandbox.SelfTest;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Made-up submissions of all kinds that students hand in, with the points, verdicts and causes that each must get. */
@Timeout(1200)
class CorpusIT {
    private static final Path CORPUS = Path.of("src/test/resources/org/dlcourse/batch/corpus");
    private static final Path WITH_PYTORCH = CORPUS.resolveSibling("corpus_torch");
    private static final int FEWEST = 40;
    private static final int PROCESSES = 2;
    private static final long POLL_MILLISECONDS = 100;

    @TestFactory
    Stream<DynamicTest> everySubmissionGetsItsPointsVerdictsAndCauses(@TempDir Path folder) throws Exception {
        SelfTest python = new ProcessSandbox().selfTest();
        assumeTrue(python.passed(), () -> "needs python3 with NumPy and prlimit: " + python.finding());
        assertThat(CorpusGrading.folders(CORPUS)).hasSizeGreaterThanOrEqualTo(FEWEST);
        return judged(CORPUS, Isolation.PROCESS, folder);
    }

    @TestFactory
    Stream<DynamicTest> everySubmissionWithPytorchGetsItsPointsVerdictsAndCauses(@TempDir Path folder)
            throws Exception {
        for (String image : List.of(ContainerSandbox.PYTHON_NUMPY, ContainerSandbox.PYTHON_TORCH)) {
            SelfTest container = new ContainerSandbox(image).selfTest();
            assumeTrue(container.passed(), () -> "needs Docker and the image " + image + ": " + container.finding());
        }
        return judged(WITH_PYTORCH, Isolation.CONTAINER, folder);
    }

    private static Stream<DynamicTest> judged(Path corpus, Isolation isolation, Path folder) throws Exception {
        List<Path> submissions = CorpusGrading.folders(corpus);
        String printed = grade(corpus, isolation, folder);

        Map<String, Judgements> judged = judgements(submissions, folder);
        return submissions.stream()
                .map(one -> DynamicTest.dynamicTest(one.getFileName().toString(), () -> {
                    assertThat(judged.get(one.getFileName().toString()))
                            .as(printed)
                            .isNotNull();
                    compare(
                            ExpectedJudgement.of(one),
                            judged.get(one.getFileName().toString()));
                }));
    }

    private static void compare(Map<String, ExpectedJudgement> expected, Judgements judged) {
        Map<String, Judgement> byId =
                judged.all().stream().collect(Collectors.toMap(Judgement::id, Function.identity()));
        assertThat(byId).containsOnlyKeys(expected.keySet());
        SoftAssertions softly = new SoftAssertions();
        expected.forEach((id, one) -> {
            Judgement judgement = byId.get(id);
            String reasons = ExpectedJudgement.reasonsOf(judgement);
            softly.assertThat(ExpectedJudgement.exactlyOf(judgement))
                    .as(id + ": " + reasons + "\n" + judgement.remarks())
                    .isEqualTo(one.exactly(judgement));
            one.reasons().forEach(part -> softly.assertThat(reasons).as(id).contains(part));
            one.remarks().forEach(part -> softly.assertThat(String.join("\n", judgement.remarks()))
                    .as(id)
                    .contains(part));
        });
        softly.assertAll();
    }

    private static Map<String, Judgements> judgements(List<Path> submissions, Path folder) throws IOException {
        Map<String, Judgements> judged = new HashMap<>();
        for (Path one : submissions) {
            Path file = CorpusGrading.file(folder, one);
            if (Files.exists(file)) {
                judged.put(one.getFileName().toString(), new ObjectMapper().readValue(file.toFile(), Judgements.class));
            }
        }
        return judged;
    }

    /** Half of them in each of two processes. */
    private static String grade(Path corpus, Isolation isolation, Path folder) throws Exception {
        List<RunningProcess> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(ChildProcess.of(
                            CorpusGrading.class,
                            corpus.toString(),
                            folder.toString(),
                            Integer.toString(i),
                            Integer.toString(PROCESSES))
                    .withOptions(
                            "-Djava.awt.headless=true",
                            "-Dcourse.isolation=" + isolation,
                            "-Dallure.results.directory=" + folder.resolve("results" + i))
                    .startIn(folder));
        }
        StringBuilder printed = new StringBuilder();
        for (RunningProcess process : processes) {
            while (process.isAlive()) {
                Thread.sleep(POLL_MILLISECONDS);
            }
            printed.append(process.output());
        }
        return printed.toString();
    }
}
