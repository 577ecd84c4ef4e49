package org.dlcourse.report;

import java.util.List;
import org.dlcourse.sandbox.Verdict;

/**
 * What a submission earns for a requirement, and why. All that names points reads it: the report's pages, the printed summary, and the
 * files for a class and for other programs.
 *
 * @param id of the requirement
 * @param title of the requirement
 * @param points earned, from 0 to the maximum; 0 where it was not graded
 * @param maximum that can be earned
 * @param verdict right if all points were earned, else that of the first criterion that is not right
 * @param criteria what the points were given for
 * @param remarks on the code: where it was found and what was noticed, a sentence each
 * @param isolation how the code was run and what that does not stop, a sentence each
 */
public record Judgement(
        String id,
        String title,
        double points,
        double maximum,
        Verdict verdict,
        List<Mark> criteria,
        List<String> remarks,
        List<String> isolation) {
    /**
     * What was earned for one criterion.
     *
     * @param name of the criterion; empty for a requirement as a whole
     * @param points earned
     * @param maximum that can be earned
     * @param verdict right if the points were earned
     * @param reasons why they were not, a sentence each
     * @param causes the known mistakes whose numbers the submission's are
     */
    public record Mark(
            String name, double points, double maximum, Verdict verdict, List<String> reasons, List<String> causes) {
        public Mark {
            reasons = List.copyOf(reasons);
            causes = List.copyOf(causes);
        }

        /** Whether a person gave the points, for an answer that no test judges. */
        public boolean givenByAPerson() {
            return name.equals(BY_A_PERSON);
        }

        /** Whether some of the points were earned. */
        public boolean earnedInPart() {
            return verdict != Verdict.NOT_GRADED && isPartOf(points, maximum);
        }

        /** The verdict as it is shown: {@value Judgement#IN_PART} where some of the points were earned. */
        public String verdictInWords() {
            return earnedInPart() ? IN_PART : verdict.toString();
        }
    }

    /** The name of the criterion of an answer. */
    static final String BY_A_PERSON = "marked by a person";

    private static final String IN_PART = "right in part";

    public Judgement {
        criteria = List.copyOf(criteria);
        remarks = List.copyOf(remarks);
        isolation = List.copyOf(isolation);
    }

    /** Whether the points say something about the submission; not where what runs its code failed. */
    public boolean graded() {
        return verdict != Verdict.NOT_GRADED;
    }

    /** Whether some of the points were earned, and not all. */
    public boolean earnedInPart() {
        return graded() && isPartOf(points, maximum);
    }

    private static boolean isPartOf(double points, double maximum) {
        return points > 0 && points < maximum;
    }

    /** A judgement of these marks. */
    static Judgement of(
            RequirementCatalogue.Entry entry, List<Mark> marks, List<String> remarks, List<String> isolation) {
        // Without rounding errors of the shares where all or nothing was earned.
        boolean all = marks.stream().allMatch(mark -> mark.verdict() == Verdict.RIGHT);
        Verdict verdict = marks.stream()
                .map(Mark::verdict)
                .filter(one -> one == Verdict.NOT_GRADED)
                .findFirst()
                .or(() -> marks.stream()
                        .map(Mark::verdict)
                        .filter(one -> one != Verdict.RIGHT)
                        .findFirst())
                .orElse(Verdict.RIGHT);
        return new Judgement(
                entry.id(),
                entry.title(),
                all ? entry.points() : marks.stream().mapToDouble(Mark::points).sum(),
                entry.points(),
                verdict,
                marks,
                remarks,
                isolation);
    }

    /** The points in words, such as {@code 3 of 4} or {@code not graded, of 4}. */
    public String inWords() {
        return (graded() ? Points.inWords(points) : "not graded,") + " of " + Points.inWords(maximum);
    }
}
