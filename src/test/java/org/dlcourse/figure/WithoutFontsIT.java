package org.dlcourse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlcourse.figure.Series.Style;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "Java uses fontconfig only on Linux")
class WithoutFontsIT {
    private static final String SYSTEM = "Java's own fonts: ";
    private static final List<String> FILES = List.of("figure.png", "figure.svg", "formula.png");

    @TempDir
    private Path folder;

    /** Draws a figure and a formula into a folder, and prints the name of a system font if Java has one. */
    static final class Draw {
        private Draw() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(SYSTEM + system());
            Series series =
                    new Series("series", new double[] {0, 1, 2}, new double[] {0, 1, 4}, Palette.BLUE, Style.SOLID);
            Chart chart = new Chart("title with β², −1 ≤ x", "x", "y", List.of(series));
            Figure figure = new Figure("title", "caption", 400, 300, chart, List.of());
            Path folder = Path.of(arguments[0]);
            Files.write(folder.resolve("figure.png"), figure.png());
            Files.writeString(folder.resolve("figure.svg"), figure.svg().orElseThrow());
            Files.write(
                    folder.resolve("formula.png"),
                    new Formula("\\frac{\\partial L}{\\partial W_{ij}} = \\sum_k \\text{error} \\cdot \\alpha_k")
                            .png());
        }

        private static String system() {
            try {
                return new Font(Font.DIALOG, Font.PLAIN, 12).getFontName();
            } catch (RuntimeException | InternalError e) {
                return "none";
            }
        }
    }

    @Test
    void processWithoutSystemFontsDrawsTheSameBytes() throws Exception {
        Path nothing =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        Path with = Files.createDirectory(folder.resolve("with"));
        Path without = Files.createDirectory(folder.resolve("without"));

        String own = draw(drawing(with));
        String none = draw(drawing(without).withVariable("FONTCONFIG_FILE", nothing.toString()));

        assertThat(none).as("control: Java has no system font").contains(SYSTEM + "none");
        for (String file : FILES) {
            assertThat(without.resolve(file))
                    .as(file + " like that of a process with " + own)
                    .hasSameBinaryContentAs(with.resolve(file));
        }
    }

    /** A process with its own home folder, because Java keeps a list of the system's fonts there. */
    private static ChildProcess drawing(Path home) {
        return ChildProcess.of(Draw.class, home.toString())
                .withOptions("-Djava.awt.headless=true", "-Duser.home=" + home);
    }

    private String draw(ChildProcess drawing) throws Exception {
        RunningProcess process = drawing.startIn(folder);
        assertThat(process.await()).as(process.output()).isZero();
        return process.output();
    }
}
