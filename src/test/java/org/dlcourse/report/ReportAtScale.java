package org.dlcourse.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;

/**
 * Measures the report of many results with many figures: {@code ReportAtScale FOLDER RESULTS FIGURES}.
 *
 * <p>A few curves are drawn, and each figure gets one of them with a mark of its own, so that no two files are equal.
 */
final class ReportAtScale {
    private static final int DRAWINGS = 20;

    private ReportAtScale() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int results = Integer.parseInt(arguments[1]);
        int figures = Integer.parseInt(arguments[2]);
        AllureResults raw = new AllureResults(folder.resolve("results"));
        raw.clean();
        List<Figure> drawings =
                IntStream.range(0, DRAWINGS).mapToObj(ReportAtScale::drawing).toList();
        List<byte[]> pngs = drawings.stream().map(Figure::png).toList();
        List<String> svgs =
                drawings.stream().map(figure -> figure.svg().orElseThrow()).toList();
        for (int result = 0; result < results; result++) {
            StringBuilder page = new StringBuilder();
            List<Map<String, String>> attachments = new ArrayList<>();
            for (int i = 0; i < figures; i++) {
                int drawing = (result * figures + i) % DRAWINGS;
                String name = result + "-" + i;
                byte[] png = marked(pngs.get(drawing), name);
                page.append(Html.figure(drawings.get(drawing), name + ".png"));
                Files.write(raw.folder().resolve(name + "-attachment.png"), png);
                Files.writeString(
                        raw.folder().resolve(name + "-attachment.svg"), svgs.get(drawing) + "<!-- " + name + " -->");
                attachments.add(attachment(name, "image/png", ".png"));
                attachments.add(attachment(name, "image/svg+xml", ".svg"));
            }
            new ObjectMapper()
                    .writeValue(
                            raw.folder().resolve(result + "-result.json").toFile(),
                            Map.of(
                                    "uuid",
                                    Integer.toString(result),
                                    "name",
                                    "Requirement " + result,
                                    "fullName",
                                    "requirement " + result,
                                    "status",
                                    "passed",
                                    "descriptionHtml",
                                    page.toString(),
                                    "attachments",
                                    attachments));
        }
        System.out.println("Raw results: " + megabytes(raw.folder()));

        ReportGenerator standard = ReportGenerator.ofProcess();
        ReportGenerator generator = new ReportGenerator(standard.allure(), folder.resolve("report"), standard.limit());
        generator.clean();
        long start = System.nanoTime();
        boolean single = generator.generate(raw, results + " results, " + figures + " figures each", Optional.empty());
        System.out.printf(
                Locale.ROOT,
                "Report in %.0f s: %s, index.html %.1f MB, all %s%n",
                (System.nanoTime() - start) / 1e9,
                single ? "one file" : "several files",
                Files.size(generator.page()) / 1e6,
                megabytes(generator.report()));
    }

    private static Figure drawing(int number) {
        Random random = new Random(number);
        double[] steps = IntStream.range(0, 100).asDoubleStream().toArray();
        List<Series> curves = new ArrayList<>();
        for (int curve = 0; curve < 3; curve++) {
            double[] values = random.doubles(steps.length, -0.1, 0.1).toArray();
            Arrays.parallelPrefix(values, Double::sum);
            curves.add(new Series("curve " + curve, steps, values, Palette.BLUE, Series.Style.SOLID));
        }
        return new Figure("Curves " + number, "Made up.", 600, 300, new Chart("", "step", "loss", curves), List.of());
    }

    /** With bytes after the picture's end, which viewers leave unread. */
    private static byte[] marked(byte[] png, String mark) {
        byte[] tail = mark.getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(png, png.length + tail.length);
        System.arraycopy(tail, 0, both, png.length, tail.length);
        return both;
    }

    private static Map<String, String> attachment(String name, String type, String extension) {
        return Map.of("name", name + extension, "type", type, "source", name + "-attachment" + extension);
    }

    private static String megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            return String.format(Locale.ROOT, "%.1f MB in %d files", bytes / 1e6, all.size());
        }
    }
}
