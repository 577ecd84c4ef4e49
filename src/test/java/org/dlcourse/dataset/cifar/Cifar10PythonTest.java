package org.dlcourse.dataset.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.LabelledImages;
import org.dlcourse.dataset.file.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Cifar10PythonTest {
    private static final Path FIXTURES = Path.of("fixtures", "cifar10_python");
    private static final int IMAGES = 2;
    private static final int PIXELS = 3_072;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python2",
                "numpy1_protocol2",
                "numpy1_protocol3",
                "numpy1_protocol4",
                "numpy1_protocol5",
                "numpy2_protocol2",
                "numpy2_protocol3",
                "numpy2_protocol4",
                "numpy2_protocol5",
                "bytes_protocol2",
                "bytes_protocol3",
                "read_only_protocol5"
            })
    void whateverPythonAndProtocolWroteABatchItsImagesAreTheSame(String name) {
        LabelledImages images = Cifar10Python.decode(fixture(name), IMAGES);

        assertThat(images.labels()).containsExactly(3, 9);
        byte[] expected = new byte[IMAGES * PIXELS];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) (31 * (i / PIXELS) + 7 * (i % PIXELS));
        }
        assertThat(images.pixels()).isEqualTo(expected);
    }

    @Test
    void arraysOfAnotherOrderOrTypeAreRefused() {
        rejects("refused_fortran", IMAGES, "has an array in Fortran order", "numpy.ascontiguousarray");
        rejects("refused_int16", IMAGES, "has an array of i2; expected unsigned bytes (u1)");
        rejects("refused_scalars", IMAGES, "asks for numpy._core.multiarray.scalar");
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNeverAnythingElse() throws IOException {
        Random random = new Random(449);
        for (String name : List.of("python2", "bytes_protocol2", "numpy2_protocol4", "numpy2_protocol5")) {
            byte[] whole = Files.readAllBytes(FIXTURES.resolve(name + ".pickle"));
            int refused = 0;
            for (int trial = 0; trial < 2_000; trial++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(300)] = (byte) random.nextInt();
                damaged[whole.length - 1 - random.nextInt(200)] = (byte) random.nextInt();
                try {
                    Cifar10Python.decode(new DataFile("damaged", damaged), 2);
                } catch (DataException e) {
                    refused++;
                }
            }
            assertThat(refused)
                    .as("refused of 2,000 damaged copies of %s", name)
                    .isBetween(500, 2_000);
        }
    }

    @Test
    void otherNumberOfImagesIsRefused() {
        rejects("python2", 3, "has, as \"data\", an array of shape [2, 3072]; expected an array of shape [3, 3072]");
    }

    @Test
    void dictionariesOfAnotherKindAreRefused() {
        rejects("\u0080\u0002N.", "holds no dictionary");
        rejects("\u0080\u0002}U\u0004dataK\u0001s.", "has, as \"data\", no array");
        rejects("\u0080\u0002}U\u000bfine_labels]s.", "it is CIFAR-100's, which is another data set");
    }

    @Test
    void labelsThatAreNoneAreRefused() {
        String batch = new String(fixture("python2").bytes(), StandardCharsets.ISO_8859_1);

        rejects(batch.replace("K\u0003K\te", "K\u0003K\ne"), "image 1 has the label 10; expected 0 to 9");
        rejects(batch.replace("K\u0003K\te", "K\u0003Ne"), "image 1 has the label of another kind than a whole number");
        rejects(
                batch.replace("K\u0003K\te", "K\u0003e"),
                "has a list of 1 as \"labels\"; expected a list of 2 whole numbers");
    }

    private static void rejects(String fixture, int images, String... parts) {
        assertThatThrownBy(() -> Cifar10Python.decode(fixture(fixture), images))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(fixture + ".pickle")
                .hasMessageContainingAll(parts);
    }

    private static void rejects(String pickle, String part) {
        DataFile file = new DataFile("sample", pickle.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Cifar10Python.decode(file, IMAGES))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(part);
    }

    private static DataFile fixture(String name) {
        return DataFile.read("CIFAR-10", FIXTURES.resolve(name + ".pickle"), 100_000);
    }
}
