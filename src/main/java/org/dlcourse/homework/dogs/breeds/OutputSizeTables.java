package org.dlcourse.homework.dogs.breeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dlcourse.exercise.ConvolutionOutputSize;
import org.dlcourse.exercise.mistake.ConvolutionOutputSizeMistakes;
import org.dlcourse.figure.DataTable;
import org.dlcourse.kit.Mistake;

/**
 * The answers of known mistakes to the question, and the kinds of random settings.
 *
 * @param sizes by the solution and by DL4J
 */
record OutputSizeTables(OutputSizes sizes) {
    DataTable mistakes() {
        ConvolutionSetting asked = sizes.asked();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("none", sizes.size(), 0));
        for (Mistake<ConvolutionOutputSize> mistake : ConvolutionOutputSizeMistakes.all()) {
            rows.add(List.of(
                    mistake.cause(),
                    mistake.solution().output(asked.input(), asked.geometry()),
                    sizes.differing(setting -> mistake.solution().output(setting.input(), setting.geometry()))));
        }
        return new DataTable(
                "Answers of known mistakes to the question",
                List.of("Mistake", "Answer to the question", "Random settings with a wrong size"),
                rows);
    }

    DataTable kinds() {
        return new DataTable(
                "Kinds of random settings",
                List.of("Kind", "Number"),
                List.of(
                        List.of(
                                "pixels are left over at the bottom or at the right",
                                count(ConvolutionSetting::leavesPixelsOver)),
                        List.of("the kernel is dilated", count(ConvolutionSetting::isDilated)),
                        List.of("the kernel fills the padded image along an axis", count(ConvolutionSetting::isFilled)),
                        List.of(
                                "vertical and horizontal padding differ",
                                count(setting -> setting.geometry().padding().height()
                                        != setting.geometry().padding().width()))));
    }

    private int count(Predicate<ConvolutionSetting> kind) {
        return (int) sizes.random().stream().filter(kind).count();
    }
}
