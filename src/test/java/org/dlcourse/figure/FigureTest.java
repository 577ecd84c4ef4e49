package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.dlcourse.figure.Series.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    private static final Series RISING =
            new Series("rising", new double[] {0, 1, 2}, new double[] {0, 1, 2}, Palette.BLUE, Style.SOLID);

    @Test
    void pngHasTwoPixelsPerUnitAndShowsTheColourOfTheSeries() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(figure(RISING).png()));

        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(count(image, Palette.BLUE)).as("pixels of the line").isGreaterThan(500);
        assertThat(count(image, Palette.GREEN))
                .as("control: pixels of no series")
                .isZero();
    }

    @Test
    void equalDataGiveEqualBytes() {
        assertThat(figure(RISING).png()).isEqualTo(figure(RISING).png());
        assertThat(figure(RISING).svg()).isEqualTo(figure(RISING).svg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "de-DE"})
    void figuresAreTheSameInEveryLocale(String locale) {
        Locale before = Locale.getDefault();
        String expected = figure(RISING).svg().orElseThrow();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));

            assertThat(figure(RISING).svg()).contains(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void svgScalesAndNeedsNoFont() {
        assertThat(figure(RISING).svg().orElseThrow())
                .contains("viewBox='0 0 400 300'", "width=\"100%\"")
                .doesNotContain("<text");
    }

    @Test
    void coordinatesOfSvgHaveTwoDecimals() {
        assertThat(figure(RISING).svg().orElseThrow())
                .containsPattern("L\\d+\\.\\d{1,2},")
                .doesNotContainPattern("[ML,]-?\\d+\\.\\d{3}");
    }

    @Test
    void figureOfImagesHasNoSvg() {
        BufferedImage pixels = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        ImageGrid grid = new ImageGrid("", 1, List.of(pixels));

        assertThat(new Figure("title", "caption", 100, 100, grid, List.of()).svg())
                .isEmpty();
    }

    @Test
    void svgUsesTheProjectsFont() {
        Font font = Fonts.regular(20);
        Drawing text = (graphics, area) -> {
            graphics.setFont(font);
            graphics.drawString("Loss", 10, 50);
        };
        Drawing shapes = (graphics, area) -> graphics.fill(
                font.createGlyphVector(graphics.getFontRenderContext(), "Loss").getOutline(10, 50));

        assertThat(svg(text)).contains("<path ").isEqualTo(svg(shapes));
    }

    @Test
    void bandIsDrawnInATintOfItsLine() throws IOException {
        Series banded = RISING.withBand(new double[] {-1, 0, 1}, new double[] {1, 2, 3});
        Color tint = new Color(217, 234, 243);

        assertThat(near(ImageIO.read(new ByteArrayInputStream(figure(banded).png())), tint))
                .as("pixels of the band: the line's colour, 38/255 of it over white")
                .isGreaterThan(10_000);
        assertThat(near(ImageIO.read(new ByteArrayInputStream(figure(RISING).png())), tint))
                .as("control: such pixels without a band, at the smoothed edges of the line")
                .isLessThan(1_000);
    }

    @Test
    void laterSeriesAreDrawnOverEarlierOnes() throws IOException {
        Series covering = new Series("same points", RISING.x(), RISING.y(), Palette.GREEN, Style.SOLID);
        Chart chart = new Chart("chart", "x", "y", List.of(RISING, covering));

        BufferedImage image = image(chart);

        assertThat(count(image, Palette.GREEN)).as("pixels of the later").isGreaterThan(500);
        assertThat(count(image, Palette.BLUE)).as("pixels of the earlier").isZero();
    }

    @Test
    void coloursOfThePaletteAreToldApartByTheirSymbolsToo() throws IOException {
        assertThat(drawn(Palette.BLUE, Style.SOLID))
                .as("lines")
                .isNotEqualTo(drawn(Palette.GREEN, Style.SOLID))
                .isNotEqualTo(drawn(Palette.VERMILION, Style.SOLID));
        assertThat(drawn(Palette.BLUE, Style.POINTS)).as("points").isNotEqualTo(drawn(Palette.GREEN, Style.POINTS));
        assertThat(drawn(new Color(1, 2, 3), Style.SOLID))
                .as("control: colours without a symbol")
                .isEqualTo(drawn(new Color(9, 8, 7), Style.SOLID));
    }

    @Test
    void figureIsSaidInWordsWithTheNumbersThatAreDrawn() {
        Series points =
                new Series("of a seed", new double[] {0, 1}, new double[] {.5, .25}, Palette.BLUE, Style.POINTS);
        Series line = new Series("loss", new double[] {1, 15}, new double[] {2.3026, .4}, Palette.GREEN, Style.SOLID);
        Axis x = Axis.linear("epoch");
        Chart chart =
                new Chart("", x, Axis.linear("loss / nats"), List.of(line, points), List.of(Marker.atY(2.3, "chance")));

        assertThat(new Figure("Losses", "", 10, 10, new Panels(1, List.of(chart)), List.of()).inWords())
                .isEqualTo(
                        "Losses. Chart of loss / nats against epoch. loss: from 2.30 at 1 to 0.400 at 15. of a seed: 2 points"
                                + " from 0.250 to 0.500. Line \"chance\" at 2.30.");
    }

    /** Which pixels of a chart with one series are not white, one character a pixel. */
    private static String drawn(Color colour, Style style) throws IOException {
        Series series = new Series("series", RISING.x(), RISING.y(), colour, style);
        BufferedImage image = image(new Chart("chart", "x", "y", List.of(series)));
        StringBuilder pixels = new StringBuilder();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            pixels.append(rgb == Color.WHITE.getRGB() ? '.' : '#');
        }
        return pixels.toString();
    }

    @ParameterizedTest
    @CsvSource({"10, 10¹", "1, 10⁰", "0.01, 10⁻²", "1e-17, 10⁻¹⁷"})
    void powersOfTenHaveRaisedExponents(double power, String expected) {
        assertThat(new PowerOfTenFormat().format(power)).isEqualTo(expected);
        assertThat(Fonts.regular(10).canDisplayUpTo(expected))
                .as("first character that the font lacks")
                .isEqualTo(-1);
    }

    @Test
    void numbersOfAColourBarAreNotCutOff() throws IOException {
        BufferedImage image = image(new WithColourBar((graphics, area) -> {}, ColourScale.diverging(123_456)));

        assertThat(count(image, Palette.FAINT_TEXT)).as("numbers").isGreaterThan(50);
        assertThat(count(image.getSubimage(image.getWidth() - 4, 0, 4, image.getHeight()), Color.WHITE))
                .as("white pixels at the right edge")
                .isEqualTo(4L * image.getHeight());
    }

    @Test
    void logarithmicAxisDrawsZeroAtItsLowerEnd() throws IOException {
        Axis decades = Axis.logarithmic("y", 1e-8, 1);
        Series zero = new Series("zero", new double[] {1, 2}, new double[] {0, 0}, Palette.BLUE, Style.POINTS);
        Series lowest =
                new Series("lowest", new double[] {1, 2}, new double[] {1e-8, 1e-8}, Palette.BLUE, Style.POINTS);

        byte[] png = png(new Chart("chart", Axis.linear("x"), decades, List.of(zero), List.of()));

        assertThat(count(ImageIO.read(new ByteArrayInputStream(png)), Palette.BLUE))
                .as("pixels of the points")
                .isGreaterThan(50);
        assertThat(png)
                .as("the same picture as for the value of the lower end")
                .isEqualTo(png(new Chart("chart", Axis.linear("x"), decades, List.of(lowest), List.of())));
    }

    @Test
    void heatMapShowsEachValueInItsCell() throws IOException {
        ColourScale colours = ColourScale.diverging(1);
        HeatMap map = new HeatMap(new double[][] {{1, -1}, {0, 1}}, colours, List.of("a", "b"));

        BufferedImage image = image(map);

        assertThat(count(image, colours.colour(1))).as("two of four cells").isGreaterThan(40_000);
        assertThat(count(image, colours.colour(-1))).as("one cell").isBetween(20_000L, 80_000L);
        assertThat(count(image, Palette.GREEN)).as("control").isZero();
    }

    @Test
    void heatMapShowsTheTitlesOfItsRowsAndColumns() throws IOException {
        double[][] values = {{1, -1}, {0, 1}};
        ColourScale colours = ColourScale.diverging(1);
        List<String> groups = List.of("a", "b");

        BufferedImage titled = image(new HeatMap(values, colours, groups, "true class", "predicted class"));
        BufferedImage plain = image(new HeatMap(values, colours, groups));

        assertThat(count(left(titled), Palette.TEXT)).as("beside the rows").isGreaterThan(50);
        assertThat(count(top(titled), Palette.TEXT)).as("above the columns").isGreaterThan(50);
        assertThat(count(left(plain), Palette.TEXT) + count(top(plain), Palette.TEXT))
                .as("control: names alone are fainter")
                .isZero();
    }

    @Test
    void panelsLeaveRoomForALegendOnlyIfThereIsOne() throws IOException {
        Drawing all = (graphics, area) -> {
            graphics.setColor(Palette.BLUE);
            graphics.fill(area);
        };
        Legend legend = new Legend(List.of(new Legend.Entry("all", Palette.GREEN, Style.SOLID)));

        assertThat(count(image(new Panels(1, List.of(all))), Palette.BLUE)).isEqualTo(800 * 600);
        assertThat(count(image(new Panels(1, List.of(all), legend)), Palette.BLUE))
                .as("control")
                .isLessThan(800 * 600);
    }

    @Test
    void legendThatIsTooWideForOneLineTakesSeveralAndMoreRoom() throws IOException {
        Drawing nothing = (graphics, area) -> {
            graphics.setColor(Palette.ORANGE);
            graphics.fill(area);
        };
        Legend.Entry between = new Legend.Entry("a name in between", Palette.TEXT, Style.SOLID);
        Legend.Entry first = new Legend.Entry("the first name", Palette.BLUE, Style.SOLID);
        Legend.Entry last = new Legend.Entry("the last name", Palette.GREEN, Style.SOLID);
        BufferedImage wide =
                image(new Panels(1, List.of(nothing), new Legend(List.of(first, between, between, between, last))));
        BufferedImage narrow = image(new Panels(1, List.of(nothing), new Legend(List.of(first, last))));

        assertThat(count(wide, Palette.BLUE))
                .as("the whole first sample")
                .isGreaterThan(count(narrow, Palette.BLUE) * 9 / 10);
        assertThat(count(wide, Palette.GREEN))
                .as("the whole last sample")
                .isGreaterThan(count(narrow, Palette.GREEN) * 9 / 10);
        assertThat(count(wide, Palette.ORANGE)).isLessThan(count(narrow, Palette.ORANGE));
    }

    /** The margin to the left of the cells. */
    private static BufferedImage left(BufferedImage image) {
        return image.getSubimage(0, 0, 2 * 64, image.getHeight());
    }

    /** The margin above the cells. */
    private static BufferedImage top(BufferedImage image) {
        return image.getSubimage(0, 0, image.getWidth(), 2 * 20);
    }

    private static BufferedImage image(Drawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png(drawing)));
    }

    private static String svg(Drawing drawing) {
        return new Figure("title", "caption", 400, 300, drawing, List.of())
                .svg()
                .orElseThrow();
    }

    private static byte[] png(Drawing drawing) {
        return new Figure("title", "caption", 400, 300, drawing, List.of()).png();
    }

    private static long near(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color pixel = new Color(image.getRGB(x, y));
                if (Math.abs(pixel.getRed() - colour.getRed()) <= 2
                        && Math.abs(pixel.getGreen() - colour.getGreen()) <= 2
                        && Math.abs(pixel.getBlue() - colour.getBlue()) <= 2) {
                    count++;
                }
            }
        }
        return count;
    }

    private static Figure figure(Series series) {
        return new Figure("title", "caption", 400, 300, new Chart("chart", "x", "y", List.of(series)), List.of());
    }

    private static long count(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == colour.getRGB()) {
                    count++;
                }
            }
        }
        return count;
    }
}
