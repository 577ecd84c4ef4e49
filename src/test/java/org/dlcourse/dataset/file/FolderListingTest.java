package org.dlcourse.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {
    private static final String COMPOSED = "\u00e9pagneul.png";
    private static final String DECOMPOSED = "e\u0301pagneul.png";

    @TempDir
    private Path folder;

    @Test
    void nameIsFoundInAnotherNormalFormOrLetterCase() {
        assertThat(found(DECOMPOSED, COMPOSED)).isEqualTo(DECOMPOSED);
        assertThat(found(COMPOSED, DECOMPOSED)).isEqualTo(COMPOSED);
        assertThat(found("IMG_1.PNG", "img_1.png")).isEqualTo("IMG_1.PNG");
        assertThat(found("E\u0301PAGNEUL.png", COMPOSED)).isEqualTo("E\u0301PAGNEUL.png");
        assertThat(listing("epagneul.png", "img_11.png").find(COMPOSED)).isEmpty();
    }

    @Test
    void nameAsItIsWrittenComesFirst() {
        assertThat(listing("a.png", "A.png", "A.PNG").find("A.png")).contains(folder.resolve("A.png"));
        assertThat(listing("e\u0301.png", "E\u0301.png").find("\u00e9.png")).contains(folder.resolve("e\u0301.png"));
    }

    @Test
    void severalNamesThatDifferFromItAlikeAreAnError() {
        assertThatThrownBy(() -> listing("a.png", "A.PNG").find("A.png"))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(folder.toString(), "holds [A.PNG, a.png], and A.png was looked for");
    }

    @Test
    void hiddenNamesAndThoseThatSystemsLeaveAreNotSeen() {
        FolderListing listing =
                listing("b", ".DS_Store", "._a.png", "Thumbs.db", "THUMBS.DB", "desktop.ini", "__MACOSX", "a");

        assertThat(listing.names()).containsExactly("a", "b");
        assertThat(listing).hasToString("[a, b]");
        assertThat(listing.find(".DS_Store")).isEmpty();
    }

    @Test
    void ofManyNamesTheFirstAreShown() {
        String[] names = IntStream.range(10, 35).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(listing(names).toString()).startsWith("[10, 11, ").endsWith("28, 29, and 5 more]");
    }

    @Test
    void namesBeyondTheLocaleAreNoticed() {
        assertThat(listing("a.png", "\ufffd\ufffdpagneul.png").hasUnreadableNames())
                .isTrue();
        assertThat(listing("a.png", COMPOSED).hasUnreadableNames()).isFalse();
    }

    @Test
    void missingFolderHasNoEntries() {
        FolderListing listing = FolderListing.of(folder.resolve("missing"));

        assertThat(listing.find("data.bin")).isEmpty();
        assertThat(listing).hasToString("no such folder");
    }

    @Test
    void folderThatMayNotBeReadIsReportedAsThat() {
        // As root, which may read everything, the system has no such folder.
        assertThat(DataException.unreadable("The folder", folder, new AccessDeniedException("none")))
                .hasMessageContaining(folder.toAbsolutePath() + " may not be read by the user "
                        + System.getProperty("user.name") + ". Change its permissions");
    }

    private String found(String inFolder, String wanted) {
        return listing(inFolder).find(wanted).orElseThrow().getFileName().toString();
    }

    private FolderListing listing(String... names) {
        return new FolderListing(folder, List.of(names));
    }
}
