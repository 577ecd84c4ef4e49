package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dlcourse.report.Marks.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMarksTest {
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(Map.of("file", """
            title: Shapes
            handouts:
              - id: SHAPES
                title: Shapes
                points: 10
                parts:
                  - title: By hand
                    requirements:
                      - {id: SHAPES-1, title: Pooling, asks: Reduce., shows: Values., points: 3.335}
                      - {id: SHAPES-2, title: Mean pooling, asks: Average., shows: Values.}
            """));

    @TempDir
    private Path folder;

    @Test
    void everySubmissionGetsItsOwnTableWithTheSamePoints() throws IOException {
        ClassMarks marks = read("ada,SHAPES-1,3.34,\ncy,SHAPES-1,1.125,\"short, but right\"\nada,SHAPES-2,,\n");
        Path own = folder.resolve("grades/cy/marks.csv");
        marks.write("cy", own);

        assertThat(Marks.ofFile(own, CATALOGUE).given())
                .isEqualTo(Map.of("SHAPES-1", new Given(1.125, "short, but right")));
        assertThat(marks.bySubmission().get("ada").given())
                .as("a row without points is no mark")
                .isEqualTo(Map.of("SHAPES-1", new Given(3.335, "")));
        assertThat(marks.table("bob")).isEqualTo(ClassMarks.none().table("bob")).isNotEqualTo(marks.table("cy"));
    }

    @Test
    void wrongRowIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> read("eve,SHAPES-1,1,\n"))
                .hasMessageStartingWith("Line 2 of The table of marks")
                .hasMessageContaining(
                        "has the submission \"eve\"; expected one of those that are graded, which are ada, cy");
        assertThatThrownBy(() -> read("ada,SHAPES-1,1,\nada,SHAPES-3,1,\n"))
                .hasMessageStartingWith("Line 3")
                .hasMessageContaining("the id SHAPES-3, which a test judges");
        assertThatThrownBy(() -> read("ada,SHAPES-9,1,\n")).hasMessageContaining("the id \"SHAPES-9\"");
        assertThatThrownBy(() -> read("ada,SHAPES-1,9,\n")).hasMessageContaining("a number from 0 to 3.3");
        assertThatThrownBy(() -> read("ada,SHAPES-1,1,\nada,SHAPES-1,2,\n"))
                .hasMessageContaining("the id SHAPES-1 for the second time");
    }

    private ClassMarks read(String rows) throws IOException {
        Path table = Files.writeString(folder.resolve("marks.csv"), "submission,id,points,comment\n" + rows);
        return ClassMarks.ofFile(table, List.of("ada", "cy"), Set.of("SHAPES-3"), CATALOGUE);
    }
}
