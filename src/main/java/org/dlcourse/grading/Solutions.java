package org.dlcourse.grading;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dlcourse.sandbox.Verdict;
import org.dlcourse.util.Sha256;

/**
 * The solutions that a requirement's test judges: the reference's, or a student's where there is a submission.
 *
 * <pre>{@code
 * Convolution2d solution =
 *         new Solutions(Optional.empty()).of(Convolution2d.class, ShiftedSumConvolution2d::new);
 * }</pre>
 *
 * <p>A test gets its own as a parameter.
 */
public final class Solutions {
    private final Optional<Submission> submission;
    private final String salt;
    /** What the test asked for. */
    private final Set<Target> targets = new LinkedHashSet<>();
    /** What of it was found in Java. */
    private final Set<Class<?>> inJava = new LinkedHashSet<>();
    /** What was given in its place, where there is no submission. */
    private final Set<Class<?>> references = new LinkedHashSet<>();

    /**
     * Solutions.
     *
     * @param submission a student's work, if there is one
     * @param salt a word known to the staff, from which hidden cases are drawn
     */
    public Solutions(Optional<Submission> submission, String salt) {
        this.submission = submission;
        this.salt = salt;
    }

    /** Solutions whose hidden cases are drawn without a salt. */
    public Solutions(Optional<Submission> submission) {
        this(submission, "");
    }

    /** The student's work, if there is one. */
    public Optional<Submission> submission() {
        return submission;
    }

    /** Where the code that was asked for was found, and what was noticed about it, a sentence each. */
    public List<String> remarks() {
        return submission.stream()
                .flatMap(one -> Stream.of(
                                targets.stream().flatMap(target -> one.remarks(target).stream()),
                                inJava.stream().flatMap(exercise -> one.java().remarks(exercise).stream()),
                                isPythonPreferred(one)
                                        ? Stream.of("There are files in Java too; what was found in Python was judged.")
                                        : Stream.<String>empty())
                        .flatMap(sentences -> sentences))
                .toList();
    }

    /** How the code that was asked for was run and what that does not stop, a sentence each; none without a submission. */
    public List<String> isolation() {
        return submission.map(one -> one.isolation(targets, !inJava.isEmpty())).orElse(List.of());
    }

    /** The precision of what the code that was asked for has given so far; the reference's is double. */
    public Precision precision() {
        return submission.isPresent()
                        && targets.stream().anyMatch(one -> submission.get().precision(one) == Precision.SINGLE)
                ? Precision.SINGLE
                : Precision.DOUBLE;
    }

    /**
     * The seed of the cases that only this submission gets: the same for the same files and salt, and another one after any change.
     *
     * @return a number that nobody can predict who does not know the salt
     */
    public long caseSeed() {
        String digest = submission.map(Submission::sha256).orElse("reference");
        return Long.parseLong(new Sha256().add(salt).add(digest).hex().substring(0, 15), 16);
    }

    /**
     * The solution of an exercise.
     *
     * @param exercise its interface
     * @param reference the solution where there is no submission
     * @return of the student's code where there is one
     * @throws SubmissionException if the submission has no solution of it
     * @throws IllegalStateException if no {@link ExerciseProvider} registers the exercise
     */
    public <S> S of(Class<S> exercise, Supplier<? extends S> reference) {
        if (submission.isPresent()) {
            return submitted(exercise, submission.get());
        }
        S solution = reference.get();
        references.add(solution.getClass());
        return solution;
    }

    /** The classes of the references that the test was given, in the order in which it asked; with a submission there are none. */
    public Set<Class<?>> references() {
        return Collections.unmodifiableSet(references);
    }

    /**
     * The solution of an exercise that need not be handed in.
     *
     * @param exercise its interface
     * @param reference the solution where there is no submission
     * @return empty if the submission has no code for it, finished or not
     * @throws SubmissionException if it has some that gives no solution
     */
    public <S> Optional<S> ifHandedIn(Class<S> exercise, Supplier<? extends S> reference) {
        try {
            return Optional.of(of(exercise, reference));
        } catch (SubmissionException e) {
            if (e.verdict() == Verdict.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A student's result files of one part of a handout, to be judged in place of a training.
     *
     * @param part number of the part, from 1
     * @return empty where there is no submission
     * @throws NothingHandedInException if none of the submission's files belongs to the part
     * @throws SubmissionException if the files cannot be read within the sandbox's limits
     */
    public Optional<SubmittedResults> results(int part) {
        return submission.map(one -> {
            SubmittedResults results = one.files().results().of(part);
            if (results.isEmpty()) {
                throw new NothingHandedInException("no result file of part " + part + ", such as part" + part
                        + "_cnn_3.json, is among the files.");
            }
            return results;
        });
    }

    /**
     * A student's predicted labels of test images, to be scored in place of a training.
     *
     * @return empty where there is no submission
     * @throws NothingHandedInException if the submission has no such file
     * @throws SubmissionException if the file holds no labels
     */
    public Optional<SubmittedPredictions> predictions() {
        return submission.map(one -> one.files()
                .predictions()
                .orElseThrow(() -> new NothingHandedInException(
                        "no file of predictions, such as predictions.csv, is among the files.")));
    }

    private <S> S submitted(Class<S> exercise, Submission submission) {
        SubmittedExercise<?> found = RegisteredExercises.of(exercise);
        targets.add(found.target());
        if (submission.java().isHandedIn() && !isInPython(found.target(), submission)) {
            inJava.add(exercise);
            return submission.java().solution(exercise);
        }
        submission.find(found.target());
        return exercise.cast(found.solution().apply(submission));
    }

    private boolean isPythonPreferred(Submission one) {
        return !targets.isEmpty()
                && inJava.isEmpty()
                && one.hasPython()
                && one.java().isHandedIn();
    }

    /** Whether there is code in Python for a target, finished or not: it is judged first. */
    private static boolean isInPython(Target target, Submission submission) {
        if (!submission.hasPython()) {
            return false;
        }
        try {
            submission.find(target);
            return true;
        } catch (SubmissionException e) {
            return e.verdict() != Verdict.NOT_FOUND;
        }
    }
}
