package org.dlcourse.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFileTest {
    private static final String SIGNS = "Greek: α β γ Δ λ σ; ≤ ≥ ± × − √ ∂ ∑ ∞ ⌊ ⌋ …; ff fi ffl";

    @TempDir
    private Path folder;

    @Test
    void fileIsTaggedAndItsFontsAreEmbedded() throws IOException {
        ReadPdf pdf = read("<p>plain <b>bold</b></p><pre>code</pre>");

        assertThat(pdf.tagged()).isTrue();
        assertThat(pdf.fonts()).containsExactly("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansMono");
    }

    @Test
    void lettersAndSignsOfMathematicsCanBeReadBack() throws IOException {
        assertThat(read("<p>" + SIGNS + "</p>").text()).contains(SIGNS);
        assertThat(read("<pre>" + SIGNS + "</pre>").text()).contains(SIGNS);
    }

    @Test
    void numberStaysOnOneLine() throws IOException {
        String text = "rises by +0.523 of 2.4e-10 at w(167), 95 % in CIFAR-10, so that plain words are broken";

        for (int width = 60; width <= 200; width += 10) {
            assertThat(read("<p style='width:" + width + "px'>" + text + "</p>").text())
                    .contains("+0.523", "2.4e-10", "w(167)", "95 %", "CIFAR-10")
                    .doesNotContain(text);
        }
    }

    @Test
    void bookmarksAreThoseOfTheHead() throws IOException {
        ReadPdf pdf = read("<h2 id='a'>A</h2><h3 id='b'>B</h3>");

        assertThat(pdf.bookmarks()).containsExactly("Part A", "  Section B");
    }

    @Test
    void linkSaysWhichPageItLeadsTo() throws IOException {
        ReadPdf pdf = read("<a href='#b' title='to B'>B</a><p id='b' style='page-break-before:always'>B</p>");

        assertThat(pdf.links()).containsExactly("Page 2");
    }

    @Test
    void linesStayLinesAndPixelsStayPixels() throws IOException {
        String lines = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' viewBox='0 0 9 9' alt='a line'>"
                + "<path d='M0 0L9 9' stroke='black'/></svg>";
        String pixels =
                "<img alt='a pixel' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4"
                        + "nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'/>";

        assertThat(read(lines).pictures()).isZero();
        assertThat(read(pixels).pictures()).isEqualTo(1);
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");

        assertThatThrownBy(() -> read("<img alt='secret' src='" + secret.toUri() + "'/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rejected");
        assertThatThrownBy(() -> read("<img alt='secret' src='http://127.0.0.1:9/x.png'/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rejected");
    }

    @Test
    void damagedPictureIsAnError() {
        assertThatThrownBy(() -> read("<img alt='a picture' src='data:image/png;base64,AAAA'/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Can't read image");
        assertThatThrownBy(() -> read("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' viewBox='0 0 9 9'>"
                        + "<path d='M0 z z'/></svg>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SVG");
    }

    @Test
    void charactersThatNoFontHasAreBoxes() throws IOException {
        assertThat(read("<p>\u6f22 ok</p>").text()).contains("\u25a1 ok");
    }

    private static ReadPdf read(String body) throws IOException {
        return ReadPdf.of(new PdfFile(Xhtml.parse("<html lang='en'><head><title>A title</title>"
                        + "<meta name='subject' content='A subject'/><meta name='description' content='A test'/>"
                        + "<style>body { font-family: Text } pre { font-family: Code }</style>"
                        + "<bookmarks><bookmark name='Part A' href='#a'><bookmark name='Section B' href='#b'/></bookmark>"
                        + "</bookmarks></head><body>" + body + "</body></html>"))
                .bytes());
    }
}
