package org.dlcourse.dataset.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;

class DataEntryTest {
    @Test
    void nearlyTheNameOfASetIsNoErrorWhereItsNameOpensIt() {
        FolderListing listing = new FolderListing(Path.of("data"), List.of("mnist"));

        assertThatThrownBy(() -> DataEntry.checkNearly(listing, "MNIST", name -> false))
                .isInstanceOf(DataException.class);
        assertThatCode(() -> DataEntry.checkNearly(listing, "MNIST", name -> true))
                .doesNotThrowAnyException();
    }
}
