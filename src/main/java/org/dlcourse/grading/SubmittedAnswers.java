package org.dlcourse.grading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A student's answers to a handout's questions, as written: headings with the text below each.
 *
 * @param file within the submission
 * @param sections in the file's order
 * @param remarks on how the file was read, a sentence each
 */
public record SubmittedAnswers(String file, List<Section> sections, List<String> remarks) {
    /** A question's number in a heading, such as 3.2 or 1.4a, perhaps with a word before it, unless that counts the handouts. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?!homework|assignment|hw)(?:[a-z]+\\s*)?(\\d+(?:\\.\\d+)*[a-z]?)(?![a-z0-9.]*[a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    /**
     * A heading and what is below it.
     *
     * @param heading without its marks; empty for text above the first
     * @param text untrusted, in plain text or Markdown
     */
    public record Section(String heading, String text) {}

    public SubmittedAnswers {
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
    }

    /** Reads a worker's answer. */
    static SubmittedAnswers of(JsonNode answer) {
        List<Section> sections = new ArrayList<>();
        answer.path("sections")
                .forEach(one -> sections.add(new Section(
                        one.path("heading").asText(), one.path("text").asText())));
        List<String> remarks = new ArrayList<>();
        answer.path("remarks").forEach(one -> remarks.add(one.asText()));
        return new SubmittedAnswers(answer.path("file").asText(), sections, remarks);
    }

    /**
     * The answers by requirement. A heading names one by its id, such as "ANN-3.2", or by the id's number alone, if no other id has it. Text
     * below a heading that names none belongs to the requirement above it.
     *
     * @param ids of all requirements
     * @return texts by id; a requirement that is answered twice has both texts
     */
    public Map<String, String> byRequirement(Collection<String> ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        String current = null;
        for (Section section : sections) {
            Optional<String> named = named(section.heading(), ids);
            String text = section.text();
            if (named.isPresent()) {
                current = named.get();
            } else if (!section.heading().isEmpty()) {
                text = section.heading() + "\n\n" + text;
            }
            if (current != null) {
                answers.merge(current, text.strip(), (above, below) -> (above + "\n\n" + below).strip());
            }
        }
        return answers;
    }

    /**
     * What was not understood of the headings, a sentence each.
     *
     * @param ids of all requirements
     */
    public List<String> problems(Collection<String> ids) {
        List<String> problems = new ArrayList<>(remarks);
        for (Section section : sections) {
            List<String> meant = numbered(section.heading(), ids);
            if (named(section.heading(), ids).isEmpty() && meant.size() > 1) {
                problems.add("The heading \"" + section.heading() + "\" may mean " + String.join(", ", meant)
                        + ". Expected one of these ids.");
            }
        }
        if (byRequirement(ids).isEmpty()) {
            problems.add("No heading of " + file + " names a requirement. Expected headings such as \"## "
                    + ids.stream().findFirst().orElse("ANN-3.2") + "\".");
        }
        return problems;
    }

    private static Optional<String> named(String heading, Collection<String> ids) {
        for (String id : ids) {
            String spelling = Pattern.quote(id).replace("-", "\\E[-_ ]*\\Q");
            if (Pattern.compile("(?<![a-z0-9])" + spelling + "(?![a-z0-9]|\\.\\d)", Pattern.CASE_INSENSITIVE)
                    .matcher(heading)
                    .find()) {
                return Optional.of(id);
            }
        }
        List<String> meant = numbered(heading, ids);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The ids whose number the heading begins with. */
    private static List<String> numbered(String heading, Collection<String> ids) {
        Matcher number = NUMBER.matcher(heading.strip());
        if (!number.lookingAt()) {
            return List.of();
        }
        String end = "-" + number.group(1).toLowerCase(Locale.ROOT);
        return ids.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(end))
                .toList();
    }
}
