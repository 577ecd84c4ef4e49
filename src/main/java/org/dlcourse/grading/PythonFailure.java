package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dlcourse.sandbox.SandboxException;
import org.dlcourse.sandbox.Verdict;

/**
 * The Python worker's answer to a request that has no result.
 *
 * @param request that was asked
 * @param answer of the worker
 */
record PythonFailure(JsonNode request, JsonNode answer) {
    /**
     * What is thrown for it: a {@link SubmissionException}, or a {@link SandboxException} where it says nothing about the student's work.
     *
     * @param expected the type of answer that a result has
     */
    RuntimeException exception(String expected) {
        String type = answer.path("type").asText();
        if (type.equals("lacking")) {
            return new SandboxException(
                    "The package " + answer.path("package").asText() + " is not installed where the code is run ("
                            + answer.path("what").asText() + "). docs/isolation.md says how to install it.");
        }
        return Verdict.ofType(type)
                .<RuntimeException>map(verdict -> new SubmissionException(verdict, reason()))
                .orElseGet(() -> new SandboxException("The worker answered \"" + type + "\": " + reason()
                        + " Expected \"" + expected
                        + "\". This is a fault of the grading, not of the student's work."));
    }

    /** Why there is no result, in sentences. */
    private String reason() {
        List<String> words = new ArrayList<>();
        String type = answer.path("type").asText();
        String kindAndName =
                request.path("kind").asText() + " " + request.path("target").asText();
        if (type.equals("not_found")) {
            words.add("No file has the " + kindAndName + ". Expected it in a .py or .ipynb file of the folder.");
        }
        if (type.equals("not_implemented")) {
            words.add(
                    request.has("target")
                            ? "The " + kindAndName
                                    + " is not written yet: it is empty, raises NotImplementedError or returns zeros only."
                            : "The code says itself that it is not implemented.");
        }
        if (type.equals("time_out")) {
            words.add("No result within "
                    + answer.path("seconds").asInt(request.path("seconds").asInt()) + " s.");
        }
        if (answer.has("class")) {
            words.add(answer.path("class").asText() + ": "
                    + answer.path("message").asText());
        }
        if (!answer.path("what").asText().isEmpty()) {
            words.add(answer.path("what").asText());
        }
        if (answer.has("line")) {
            words.add("(" + answer.path("file").asText("the file") + ", line "
                    + answer.path("line").asText() + ")");
        }
        words.addAll(texts(answer.path("remarks")));
        return words.isEmpty() ? type : String.join(" ", words);
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
