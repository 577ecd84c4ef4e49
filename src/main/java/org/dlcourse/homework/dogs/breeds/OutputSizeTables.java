package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.Mistake;

/**
 * What known mistakes make of the question, and what the random settings are.
 *
 * @param sizes by the solution and by DL4J
 */
record OutputSizeTables(OutputSizes sizes) {
    DataTable mistakes() {
        OutputSizeQuestion asked = sizes.asked();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("none", sizes.size(), 0));
        for (Mistake<ConvolutionOutputSize> mistake : ConvolutionOutputSizeMistakes.all()) {
            rows.add(List.of(
                    mistake.cause(),
                    mistake.solution().output(asked.input(), asked.sliding()),
                    sizes.differing(question -> mistake.solution().output(question.input(), question.sliding()))));
        }
        return new DataTable(
                "What mistakes make of the question",
                List.of("Mistake", "Answer to the question", "Wrong in so many of the random settings"),
                rows);
    }

    DataTable kinds() {
        return new DataTable(
                "The random settings",
                List.of("Kind", "How many"),
                List.of(
                        List.of("some pixels are left over at an end", count(q -> q.leavesPixelsOver())),
                        List.of("the kernel is dilated", count(q -> q.isDilated())),
                        List.of("the kernel fills the padded image along an axis", count(q -> q.isFilled())),
                        List.of(
                                "padding differs down and across",
                                count(q -> q.sliding().padding().height()
                                        != q.sliding().padding().width()))));
    }

    private int count(Predicate<OutputSizeQuestion> kind) {
        return (int) sizes.random().stream().filter(kind).count();
    }
}
