package org.dlcourse.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderListingTest {
    private static final String COMPOSED = "\u00e9pagneul.png";
    private static final String DECOMPOSED = "e\u0301pagneul.png";

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
        assertThat(listing("a.png", "A.png", "A.PNG").find("A.png")).contains(Path.of("folder", "A.png"));
        assertThat(listing("e\u0301.png", "E\u0301.png").find("\u00e9.png")).contains(Path.of("folder", "e\u0301.png"));
    }

    @Test
    void severalNamesThatDifferFromItAlikeAreAnError() {
        assertThatThrownBy(() -> listing("a.png", "A.PNG").find("A.png"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has [A.PNG, a.png] where A.png is looked for; expected one of them");
    }

    @Test
    void hiddenNamesAndThoseThatSystemsLeaveAreNotVisible() {
        assertThat(listing("b", ".DS_Store", "._a.png", "Thumbs.db", "desktop.ini", "__MACOSX", "a")
                        .visible())
                .containsExactly("a", "b");
    }

    @Test
    void ofManyNamesTheFirstAreShown() {
        String[] names = IntStream.range(10, 25).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(listing(".hidden", "a", "b")).hasToString("[a, b]");
        assertThat(listing(names)).hasToString("[10, 11, 12, 13, 14, 15, 16, 17, 18, 19] and 5 more");
    }

    @Test
    void namesBeyondTheLocaleAreNoticed() {
        assertThat(listing("a.png", "\ufffd\ufffdpagneul.png").hasUnreadableNames())
                .isTrue();
        assertThat(listing("a.png", COMPOSED).hasUnreadableNames()).isFalse();
    }

    @Test
    void folderThatIsMissingOrMayNotBeReadIsReportedAsThat() {
        Path folder = Path.of("target", "none");

        assertThatThrownBy(() -> FolderListing.of(folder))
                .isInstanceOf(DataException.class)
                .hasMessage("The folder " + folder.toAbsolutePath() + " is missing.");
        // As root, which may read everything, the system has no such folder.
        assertThat(DataException.unreadable("The folder", folder, new AccessDeniedException("none")))
                .hasMessageContaining(folder.toAbsolutePath() + " may not be read by the user "
                        + System.getProperty("user.name") + ". Change its permissions");
    }

    private static String found(String inFolder, String wanted) {
        return listing(inFolder).find(wanted).orElseThrow().getFileName().toString();
    }

    private static FolderListing listing(String... names) {
        return new FolderListing(Path.of("folder"), List.of(names));
    }
}
