package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;

/**
 * What was understood of the result files of trainings in a submission.
 *
 * @param trainings one for each network of each part
 * @param unused files of which nothing was understood
 * @param remarks how names, keys and numbers were understood and what was not, a sentence each
 */
public record SubmittedResults(List<RecordedTraining> trainings, List<UnusedFile> unused, List<String> remarks) {
    /**
     * A file of which nothing was understood.
     *
     * @param file within the submission
     * @param part that its name gives; 0 for none
     */
    public record UnusedFile(String file, int part) {}

    public SubmittedResults {
        trainings = List.copyOf(trainings);
        unused = List.copyOf(unused);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a worker's answer.
     *
     * @param answer names the arrays
     * @param arrays by these names
     */
    static SubmittedResults of(JsonNode answer, Map<String, NpyArray> arrays) {
        List<RecordedTraining> trainings = new ArrayList<>();
        answer.path("parts").fields().forEachRemaining(part -> part.getValue()
                .fields()
                .forEachRemaining(network -> trainings.add(new RecordedTraining(
                        number(part.getKey()),
                        network.getKey().equals("unknown") ? "" : network.getKey(),
                        texts(network.getValue().path("files")),
                        named(network.getValue().path("curves"), arrays)))));
        List<UnusedFile> unused = new ArrayList<>();
        answer.path("unused")
                .forEach(one -> unused.add(new UnusedFile(
                        one.path("file").asText(), one.path("part").asInt())));
        List<String> remarks = new ArrayList<>(texts(answer.path("understood")));
        remarks.addAll(texts(answer.path("problems")));
        return new SubmittedResults(trainings, unused, remarks);
    }

    /** The number in a name such as part3; 0 if there is none. */
    private static int number(String name) {
        return name.matches("part\\d") ? name.charAt(name.length() - 1) - '0' : 0;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Map<String, NpyArray> named(JsonNode names, Map<String, NpyArray> arrays) {
        Map<String, NpyArray> named = new LinkedHashMap<>();
        names.fields().forEachRemaining(key -> {
            NpyArray array = arrays.get(key.getValue().asText());
            if (array != null) {
                named.put(key.getKey(), array);
            }
        });
        return named;
    }

    /** What belongs to one part of the handout; remarks that are on files of other parts are left out. */
    public SubmittedResults of(int part) {
        List<String> others = new ArrayList<>();
        trainings.stream().filter(one -> one.part() != part).forEach(one -> others.addAll(one.files()));
        unused.stream().filter(one -> one.part() != part).forEach(one -> others.add(one.file()));
        List<RecordedTraining> own =
                trainings.stream().filter(one -> one.part() == part).toList();
        own.forEach(one -> others.removeAll(one.files()));
        return new SubmittedResults(
                own,
                unused.stream().filter(one -> one.part() == part).toList(),
                remarks.stream()
                        .filter(remark -> others.stream().noneMatch(file -> remark.startsWith(file + ": ")))
                        .toList());
    }

    /** Whether no file is about a training. */
    public boolean isEmpty() {
        return trainings.isEmpty() && unused.isEmpty();
    }
}
