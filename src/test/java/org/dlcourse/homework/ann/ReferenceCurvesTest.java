package org.dlcourse.homework.ann;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlcourse.figure.Chart;
import org.dlcourse.figure.Figure;
import org.dlcourse.figure.Palette;
import org.dlcourse.figure.Series;
import org.dlcourse.report.BlankPage;
import org.dlcourse.report.Evidence;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;

class ReferenceCurvesTest {
    private final Evidence evidence = BlankPage.evidence();

    @Test
    void figureSaysThatItIsNotOfTheFilesHandedIn() {
        double[] numbers = {1, 2};
        Chart chart = new Chart(
                "", "x", "y", List.of(new Series("loss", numbers, numbers, Palette.BLUE, Series.Style.SOLID)));
        Figure figure = new Figure("Loss", "One run.", 300, 200, chart, List.of());

        new ReferenceCurves("ANN-3.1", Optional.of(figure), CourseSettings.of(Map.of(), Map.of())).show(evidence);

        assertThat(BlankPage.words(evidence))
                .contains("curves: Loss", "not from the files that were handed in", "short trainings")
                .contains("One run.");
    }

    @Test
    void pageWithoutKeptRunsSaysHowToMakeThem() {
        NoReference.curves().show(evidence);

        assertThat(BlankPage.words(evidence)).contains("not kept in", "mvn test -Dgroups=ANN-3.1 makes them");
    }
}
