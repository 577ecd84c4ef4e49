package org.dlcourse.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dlcourse.grading.SubmittedAnswers.Section;
import org.junit.jupiter.api.Test;

class SubmittedAnswersTest {
    private static final List<String> IDS = List.of("ANN-1.4a", "ANN-3.2", "ANN-3.21", "CONV-1", "DOGS-1");

    private static SubmittedAnswers answers(String... headingsAndTexts) {
        List<Section> sections = new java.util.ArrayList<>();
        for (int i = 0; i < headingsAndTexts.length; i += 2) {
            sections.add(new Section(headingsAndTexts[i], headingsAndTexts[i + 1]));
        }
        return new SubmittedAnswers("answers.md", sections, List.of());
    }

    @Test
    void headingsNameRequirementsInAnySpelling() {
        for (String heading : List.of(
                "ANN-3.2",
                "ann 3.2: Generalisation",
                "Question ANN_3.2",
                "3.2",
                "3.2. Answer",
                "Question 3.2",
                "Q3.2)")) {
            assertThat(answers(heading, "text").byRequirement(IDS))
                    .as(heading)
                    .containsExactly(java.util.Map.entry("ANN-3.2", "text"));
        }
    }

    @Test
    void longerNumberIsAnotherRequirement() {
        assertThat(answers("ANN-3.21", "a", "3.21", "b").byRequirement(IDS)).containsOnlyKeys("ANN-3.21");
        assertThat(answers("ANN-3.2.1", "a", "3.2.1", "b").byRequirement(IDS)).isEmpty();
        assertThat(answers("1.4", "a").byRequirement(IDS)).isEmpty();
    }

    @Test
    void numberOfSeveralRequirementsIsAmbiguous() {
        SubmittedAnswers answers = answers("1", "text", "CONV-1", "other");

        assertThat(answers.byRequirement(IDS)).containsOnlyKeys("CONV-1");
        assertThat(answers.problems(IDS))
                .containsExactly("The heading \"1\" may mean CONV-1, DOGS-1. Expected one of these ids.");
    }

    @Test
    void numberOfTheHomeworkIsNoQuestions() {
        for (String heading : List.of("Homework 3", "HW3", "Assignment 3.2: Networks")) {
            SubmittedAnswers answers = answers(heading, "by Ada", "ANN-3.2", "text");
            assertThat(answers.byRequirement(IDS)).as(heading).containsExactly(java.util.Map.entry("ANN-3.2", "text"));
            assertThat(answers.problems(IDS)).as(heading).isEmpty();
        }
    }

    @Test
    void otherHeadingsBelongToTheRequirementAbove() {
        assertThat(answers("", "preface", "ANN-3.2", "first", "Depth", "second", "ANN-1.4a", "third", "3.2", "again")
                        .byRequirement(IDS))
                .containsEntry("ANN-3.2", "first\n\nDepth\n\nsecond\n\nagain")
                .containsEntry("ANN-1.4a", "third");
    }

    @Test
    void fileWithoutAnyIdIsAProblem() {
        assertThat(answers("Introduction", "text").problems(IDS))
                .containsExactly(
                        "No heading of answers.md names a requirement. Expected headings such as \"## ANN-1.4a\".");
    }
}
