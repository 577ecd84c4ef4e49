package org.dlcourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Isolation;
import org.junit.jupiter.api.Test;

class SandboxChoiceTest {
    private static final Sandbox CONTAINER = new Pretended(Isolation.CONTAINER, false, "no daemon answers");
    private static final Sandbox NAMESPACE = new Pretended(Isolation.NAMESPACE, true, "network refused");
    private static final Sandbox BROKEN_NAMESPACE =
            new Pretended(Isolation.NAMESPACE, false, "the network can be reached.");
    private static final Sandbox PROCESS = new Pretended(Isolation.PROCESS, true, "limits set");

    private record Pretended(Isolation isolation, boolean works, String finding) implements Sandbox {
        @Override
        public String description() {
            return "a pretended " + isolation;
        }

        @Override
        public List<String> doesNotStop() {
            return List.of("the network", "reading files");
        }

        @Override
        public SelfTest selfTest() {
            return new SelfTest(works, finding);
        }

        @Override
        public Worker start(WorkerCommand command, Path submission, Limits limits) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void strongestThatWorksIsTakenAndTheReasonKept() {
        SandboxChoice choice = SandboxChoice.of(Isolation.AUTO, List.of(CONTAINER, NAMESPACE, PROCESS));

        assertThat(choice.sandbox()).isSameAs(NAMESPACE);
        assertThat(choice.passedOver()).containsExactly("container does not work here: no daemon answers.");
        assertThat(choice.sentences())
                .containsExactly(
                        "Code was run in a pretended namespace (course.isolation=auto); self-test: network refused.",
                        "This does not stop: the network; reading files.",
                        "container does not work here: no daemon answers.");
        assertThatCode(choice::requireFitForBatch).doesNotThrowAnyException();
    }

    @Test
    void sandboxThatIsAskedForIsTakenWithoutATestOfOthers() {
        SandboxChoice choice = SandboxChoice.of(Isolation.PROCESS, List.of(CONTAINER, NAMESPACE, PROCESS));

        assertThat(choice.sandbox()).isSameAs(PROCESS);
        assertThat(choice.passedOver())
                .containsExactly(
                        "container was not tried, since course.isolation is process.",
                        "namespace was not tried, since course.isolation is process.");
    }

    @Test
    void batchIsRefusedInAProcessThatNobodyAskedFor() {
        SandboxChoice choice = SandboxChoice.of(Isolation.AUTO, List.of(CONTAINER, BROKEN_NAMESPACE, PROCESS));

        assertThat(choice.sandbox()).isSameAs(PROCESS);
        assertThatThrownBy(choice::requireFitForBatch)
                .isInstanceOf(SandboxException.class)
                .hasMessage(
                        "A batch of submissions is not graded in a pretended process, which does not stop the network;"
                                + " reading files. Expected a container or a namespace. container does not work here: no daemon"
                                + " answers. namespace does not work here: the network can be reached. Install what is missing,"
                                + " or accept this with -Dcourse.isolation=process.");
    }

    @Test
    void batchIsGradedInAProcessThatIsAskedForByName() {
        SandboxChoice choice = SandboxChoice.of(Isolation.PROCESS, List.of(CONTAINER, NAMESPACE, PROCESS));

        assertThatCode(choice::requireFitForBatch).doesNotThrowAnyException();
    }

    @Test
    void nothingWeakerIsTakenThanWhatIsAskedFor() {
        assertThatThrownBy(() -> SandboxChoice.of(Isolation.CONTAINER, List.of(CONTAINER, NAMESPACE, PROCESS)))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("Students' code cannot be run: course.isolation is container, and that is not"
                        + " available here. container does not work here: no daemon answers.");
        assertThatThrownBy(() -> SandboxChoice.of(Isolation.AUTO, List.of(CONTAINER)))
                .hasMessageContaining("nothing that isolates works here");
    }

    @Test
    void isolationIsASetting() {
        assertThat(CourseSettings.of(Map.of(), Map.of()).isolation()).isEqualTo(Isolation.AUTO);
        assertThat(CourseSettings.of(Map.of("course.isolation", "Namespace"), Map.of())
                        .isolation())
                .isEqualTo(Isolation.NAMESPACE);
    }
}
