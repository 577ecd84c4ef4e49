package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlcourse.dataset.npy.NpyArray;
import org.dlcourse.sandbox.Verdict;

/**
 * The labels that a student predicts for test images, as far as they are understood without knowing the images.
 *
 * @param file within the submission
 * @param labels one an image, in the images' order: a class's number, or where there are names the position of its name
 * @param names of classes; empty if the labels are numbers
 * @param remarks on how the file was read, a sentence each
 */
public record SubmittedPredictions(String file, long[] labels, List<String> names, List<String> remarks) {
    public SubmittedPredictions {
        names = List.copyOf(names);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a worker's answer.
     *
     * @throws SubmissionException if it has no whole numbers
     */
    static SubmittedPredictions of(JsonNode answer, Map<String, NpyArray> arrays) {
        NpyArray labels = arrays.get("labels");
        String file = answer.path("file").asText();
        if (labels == null || labels.elementType().toString().startsWith("float")) {
            throw new SubmissionException(
                    Verdict.BROKEN_PROTOCOL, "The labels of " + file + " are missing or no whole numbers.");
        }
        return new SubmittedPredictions(
                file, labels.integers(), texts(answer.path("names")), texts(answer.path("remarks")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /**
     * The predicted classes.
     *
     * @param classes names of the classes, in the order of their numbers
     * @param images how many labels are expected
     * @return [images], each from 0
     * @throws SubmissionException if there are more or fewer labels, or one is of no class; it says which and what is expected
     */
    public int[] classes(List<String> classes, int images) {
        if (labels.length != images) {
            throw wrong(String.format(
                    Locale.ROOT,
                    "has %,d labels; expected %,d, one for each test image in the data set's order.",
                    labels.length,
                    images));
        }
        int[] numbers = names.isEmpty() ? new int[0] : numbers(classes);
        int[] predicted = new int[images];
        for (int image = 0; image < images; image++) {
            long label = labels[image];
            if (label < 0 || label >= (names.isEmpty() ? classes.size() : numbers.length)) {
                throw wrong(String.format(
                        Locale.ROOT,
                        "has the label %d for image %,d; expected numbers from 0 to %d%s.",
                        label,
                        image,
                        classes.size() - 1,
                        hint(classes.size())));
            }
            predicted[image] = names.isEmpty() ? (int) label : numbers[(int) label];
        }
        return predicted;
    }

    /** What numbers that begin at 1 mean most likely. */
    private String hint(int classes) {
        boolean fromOne = Arrays.stream(labels).allMatch(label -> label >= 1 && label <= classes);
        return fromOne ? ", and all labels are from 1 to " + classes + ": subtract 1" : "";
    }

    private int[] numbers(List<String> classes) {
        List<String> known = classes.stream().map(SubmittedPredictions::plain).toList();
        return names.stream()
                .mapToInt(name -> {
                    int number = known.indexOf(plain(name));
                    if (number < 0) {
                        throw wrong("has the label \"" + name + "\"; expected " + String.join(", ", classes)
                                + ", or their numbers.");
                    }
                    return number;
                })
                .toArray();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private SubmissionException wrong(String what) {
        return new SubmissionException(Verdict.WRONG, file + " " + what);
    }
}
