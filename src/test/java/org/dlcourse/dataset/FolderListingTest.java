package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {
    @TempDir
    private Path folder;

    @Test
    void whatSystemsLeaveIsNotSeen() throws IOException {
        make("data.bin", "._data.bin", ".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "__MACOSX");

        assertThat(FolderListing.of(folder).names()).containsExactly("data.bin");
        assertThat(FolderListing.of(folder)).hasToString("[data.bin]");
        assertThat(FolderListing.of(folder).entry(".DS_Store")).isEmpty();
    }

    @Test
    void letterCaseDoesNotMatterUnlessItDecides() {
        assertThat(listing("DATA.BIN").entry("data.bin")).contains(folder.resolve("DATA.BIN"));
        assertThat(listing("DATA.BIN", "data.bin").entry("data.bin")).contains(folder.resolve("data.bin"));
        assertThat(listing("data.bin.gz").entry("data.bin")).isEmpty();
        assertThatThrownBy(() -> listing("DATA.BIN", "Data.bin").entry("data.bin"))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(folder.toString(), "holds [DATA.BIN, Data.bin], and data.bin was looked for");
    }

    @Test
    void missingFolderHasNoEntries() {
        FolderListing listing = FolderListing.of(folder.resolve("missing"));

        assertThat(listing.entry("data.bin")).isEmpty();
        assertThat(listing).hasToString("no such folder");
    }

    @Test
    void veryManyNamesAreNotAllInAMessage() throws IOException {
        for (int i = 0; i < 25; i++) {
            make("image" + i);
        }

        assertThat(FolderListing.of(folder).toString()).endsWith(", and 5 more]");
    }

    private FolderListing listing(String... names) {
        return new FolderListing(folder, List.of(names));
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            if (!Files.exists(folder.resolve(name))) {
                Files.createFile(folder.resolve(name));
            }
        }
    }
}
