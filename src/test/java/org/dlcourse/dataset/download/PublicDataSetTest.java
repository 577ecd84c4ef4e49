package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicDataSetTest {
    private static final Path DATA = Path.of("data");

    @Test
    void everyFileHasSeveralMirrorsWhoseAddressesEndInItsName() {
        for (PublicDataSet set : List.of(PublicDataSet.CIFAR_10, PublicDataSet.MNIST)) {
            assertThat(set.files()).allSatisfy(file -> {
                assertThat(file.mirrors()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
                assertThat(file.mirrors())
                        .allMatch(mirror -> mirror.getScheme().equals("https")
                                && mirror.getPath().endsWith("/" + file.name()));
                assertThat(file.md5()).isPresent();
            });
        }
    }

    @Test
    void whatToDoByHandNamesFilesAndFolder() {
        assertThat(PublicDataSet.CIFAR_10.byHand(PublicDataSet.CIFAR_10.in(DATA)))
                .contains(
                        "Unpack cifar-10-binary.tar.gz (170,052,171 bytes, SHA-256 c4a38c50",
                        "in data, so that " + DATA.resolve("cifar-10-batches-bin") + " is there",
                        "-Dcourse.data=FOLDER");
        assertThat(PublicDataSet.MNIST.byHand(PublicDataSet.MNIST.in(DATA)))
                .contains(
                        "Put train-images-idx3-ubyte.gz (9,912,422 bytes",
                        "t10k-labels-idx1-ubyte.gz (4,542 bytes",
                        "into " + DATA.resolve("MNIST/raw"));
    }

    @Test
    void entriesThatCannotBeVerifiedOrHadAreErrors() {
        assertThatThrownBy(() -> new RemoteFile("file", 1, "c4a3", Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digest of the wrong form");
        assertThatThrownBy(() -> new RemoteFile("file", 1, "0".repeat(64), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no mirror");
    }
}
