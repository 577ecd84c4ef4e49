package org.dlcourse.homework.ann;

import java.util.Optional;
import org.dlcourse.figure.Figure;
import org.dlcourse.report.Evidence;
import org.dlcourse.settings.CourseSettings;
import org.dlcourse.settings.Scale;

/**
 * This project's own curves, beside those of a student's result files.
 *
 * @param requirement whose experiment they are of
 * @param figure of runs that are kept, at the session's scale; empty where there are none
 * @param settings of the session
 */
public record ReferenceCurves(String requirement, Optional<Figure> figure, CourseSettings settings) {
    private static final String TITLE = "The reference's curves";

    /** Puts the figure on the page, or says how to get it: none is ever trained while a submission is judged. */
    public void show(Evidence evidence) {
        figure.ifPresentOrElse(
                one -> evidence.figure(new Figure(
                        TITLE + ": " + one.title(),
                        "For comparison, from this project's own runs and not from the files that were handed in. "
                                + (settings.scale() == Scale.QUICK
                                        ? "These are short trainings on few images: compare how the curves run, and not how high. "
                                        : "")
                                + one.caption(),
                        one.width(),
                        one.height(),
                        one.drawing(),
                        one.data())),
                () -> evidence.answer(
                        TITLE,
                        "There are none to compare with: the runs of " + requirement + " at " + settings.scale()
                                + " scale and with this seed and data are not kept in " + settings.results()
                                + ". mvn test -Dgroups=" + requirement + " makes them, in target/results."));
    }
}
