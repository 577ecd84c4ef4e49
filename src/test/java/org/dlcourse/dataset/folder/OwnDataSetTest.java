package org.dlcourse.dataset.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.download.MirrorServer;
import org.dlcourse.dataset.download.PublicDataSet;
import org.dlcourse.dataset.download.PublishedFile;
import org.dlcourse.dataset.file.Tar;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of data of a course that registers a set of its own. */
class OwnDataSetTest {
    @TempDir
    private Path folder;

    private final DataSetProvider shapes = new Shapes(Optional.empty());

    @Test
    void folderWithTheCoursesOwnSetAloneWillDo() throws IOException {
        Files.createDirectory(folder.resolve("shapes"));

        assertThatCode(() -> check(shapes)).doesNotThrowAnyException();
        assertThat(summary("quick", shapes)).isEqualTo("Shapes: real, " + folder.resolve("shapes"));
    }

    @Test
    void namesNearlyThoseOfSetsThatTheCourseDoesNotHaveAreNoError() throws IOException {
        Files.createDirectory(folder.resolve("shapes"));
        Files.createDirectory(folder.resolve("mnist"));
        Files.createFile(folder.resolve("dogset"));

        assertThatCode(() -> check(shapes)).doesNotThrowAnyException();
    }

    @Test
    void errorsAndSummaryNameTheCoursesOwnSetAlone() throws IOException {
        Files.createDirectory(folder.resolve("MNIST"));

        assertThatThrownBy(() -> check(shapes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no data set; found [MNIST], expected one or more of [shapes] in it");
        assertThat(summary("quick", shapes)).isEqualTo("Shapes: no shapes in " + folder + "; what needs it fails");
    }

    @Test
    void nearlyTheNameOfTheCoursesOwnSetIsAnError() throws IOException {
        Files.createDirectory(folder.resolve("sha_pes"));

        assertThatThrownBy(() -> check(shapes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"sha_pes\", and the name of that data set is \"shapes\"");
    }

    @Test
    void courseWithoutDataSetsMayHaveAnyFolder() {
        assertThatCode(() -> DataFolder.check(settings("quick"), List.of())).doesNotThrowAnyException();
    }

    @Test
    void setIsLocatedInItsFolder() throws IOException {
        Path own = Files.createDirectory(folder.resolve("shapes"));

        assertThat(DataFolder.locate(settings("full"), shapes)).isEqualTo(own);
    }

    @Test
    void setThatIsMissingIsAnErrorAtBothScales() {
        for (String scale : List.of("quick", "full")) {
            assertThatThrownBy(() -> DataFolder.locate(settings(scale), shapes))
                    .isInstanceOf(DataException.class)
                    .hasMessage("Shapes is not in " + folder + "; found [], expected shapes. Put it there, or name the"
                            + " folder that holds it with -Dcourse.data=FOLDER.");
        }
    }

    @Test
    void publicSetIsDownloadedAtFullScaleAlone() throws IOException {
        byte[] archive = new Tar()
                .folder("shapes")
                .file("shapes/disc/a.png", new byte[] {1})
                .gz();
        try (MirrorServer server = new MirrorServer()) {
            URI address = server.serve("/course/shapes.tar.gz", MirrorServer.file(archive));
            DataSetProvider published = new Shapes(Optional.of(PublicDataSet.ofArchive(
                    "Shapes",
                    "shapes",
                    archive.length,
                    PublishedFile.of("file", archive, address).sha256(),
                    address)));

            assertThat(published.isPublic()).isTrue();
            assertThatThrownBy(() -> DataFolder.locate(settings("quick"), published))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("have it downloaded by -Dcourse.scale=full");
            assertThat(server.requests()).as("downloads at quick scale").isEmpty();
            assertThat(summary("full", published)).endsWith("; downloaded when first needed");

            Path found = DataFolder.locate(settings("full"), published);

            assertThat(found).isEqualTo(folder.resolve("shapes"));
            assertThat(found.resolve("disc/a.png")).hasBinaryContent(new byte[] {1});
        }
    }

    @Test
    void setOfTheOwnersAloneIsNotPublic() {
        assertThat(shapes.isPublic()).isFalse();
    }

    private void check(DataSetProvider set) {
        DataFolder.check(settings("quick"), List.of(set));
    }

    private String summary(String scale, DataSetProvider set) {
        return DataFolder.summary(settings(scale), List.of(set)).get(0);
    }

    private CourseSettings settings(String scale) {
        return CourseSettings.of(Map.of("course.scale", scale, "course.data", folder.toString()), Map.of());
    }

    private record Shapes(Optional<PublicDataSet> download) implements DataSetProvider {
        @Override
        public String name() {
            return "Shapes";
        }

        @Override
        public List<String> entries() {
            return List.of("shapes");
        }
    }
}
