package org.dlcourse.report;

import java.util.Collection;
import java.util.List;
import org.dlcourse.report.RequirementCatalogue.Entry;
import org.dlcourse.report.RequirementCatalogue.Place;

/**
 * The answers of a submission that wait for a person's points.
 *
 * @param open in the catalogue's order
 * @param problems with the file of answers, a sentence each
 */
public record OpenAnswers(List<Answer> open, List<String> problems) {
    /**
     * An answer without points so far.
     *
     * @param id of the requirement
     * @param title of the requirement
     * @param maximum of the points that it can get
     */
    public record Answer(String id, String title, double maximum) {}

    /** Keeps copies of the lists. */
    public OpenAnswers {
        open = List.copyOf(open);
        problems = List.copyOf(problems);
    }

    /** None. */
    public static OpenAnswers none() {
        return new OpenAnswers(List.of(), List.of());
    }

    /** Those of a sheet, to some of the questions. */
    static OpenAnswers of(AnswerSheet sheet, Collection<String> questions, RequirementCatalogue catalogue) {
        return new OpenAnswers(
                catalogue.places().stream()
                        .map(Place::entry)
                        .filter(entry -> questions.contains(entry.id()))
                        .filter(entry -> sheet.page(entry)
                                .filter(page -> page.mark().isEmpty())
                                .isPresent())
                        .map(OpenAnswers::answer)
                        .toList(),
                sheet.failure()
                        .map(why -> List.of("The answers cannot be read: " + why))
                        .orElse(sheet.problems()));
    }

    private static Answer answer(Entry entry) {
        return new Answer(entry.id(), entry.title(), entry.points());
    }

    /** How many are open, such as {@code 2 answers wait for points}. */
    public String inWords() {
        return open.size() == 1 ? "1 answer waits for points" : open.size() + " answers wait for points";
    }
}
