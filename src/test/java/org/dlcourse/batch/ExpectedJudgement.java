package org.dlcourse.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dlcourse.report.Judgement;
import org.dlcourse.report.Points;

/**
 * What a made-up submission must get for a requirement.
 *
 * @param points as they are written everywhere
 * @param criteria verdicts by the criterion's name; {@code all} stands for every other criterion, and for a requirement without criteria
 * @param causes all known mistakes that must be named, as they are written
 * @param reasons parts of what must be said for the points that are lost
 * @param remarks parts of what must be said about the code
 */
record ExpectedJudgement(
        String points, Map<String, String> criteria, List<String> causes, List<String> reasons, List<String> remarks) {
    private static final String FILE = "expected.yaml";
    private static final String REST = "all";

    ExpectedJudgement {
        causes = causes == null ? List.of() : List.copyOf(causes);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    /** The expectations of a folder of the corpus, by the requirements' ids. */
    static Map<String, ExpectedJudgement> of(Path folder) throws IOException {
        return new YAMLMapper().readValue(Files.readAllBytes(folder.resolve(FILE)), new TypeReference<>() {});
    }

    /** What is judged exactly, as text: points, the verdict of each criterion, causes. */
    String exactly(Judgement judged) {
        Map<String, String> verdicts = judged.criteria().stream()
                .collect(Collectors.toMap(
                        mark -> name(mark.name()),
                        mark -> criteria.getOrDefault(name(mark.name()), criteria.getOrDefault(REST, "not expected")),
                        (one, other) -> one,
                        TreeMap::new));
        return inWords(points, verdicts, causes.stream().sorted().toList());
    }

    /** The same of a judgement. */
    static String exactlyOf(Judgement judged) {
        Map<String, String> verdicts = judged.criteria().stream()
                .collect(Collectors.toMap(
                        mark -> name(mark.name()),
                        mark -> mark.verdict().toString(),
                        (one, other) -> one,
                        TreeMap::new));
        return inWords(Points.inWords(judged.points()), verdicts, causesOf(judged));
    }

    private static List<String> causesOf(Judgement judged) {
        return judged.criteria().stream()
                .flatMap(mark -> mark.causes().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All reasons of a judgement. */
    static String reasonsOf(Judgement judged) {
        return judged.criteria().stream()
                .flatMap(mark -> mark.reasons().stream())
                .collect(Collectors.joining("\n"));
    }

    private static String name(String criterion) {
        return criterion.isEmpty() ? REST : criterion;
    }

    private static String inWords(String points, Map<String, String> verdicts, List<String> causes) {
        return points + " points\n" + verdicts + "\ncauses: " + causes;
    }
}
