package org.dlcourse.grading;

import java.util.function.Function;

/**
 * An exercise that students hand in as code.
 *
 * @param <S> the exercise's interface
 * @param exercise the same as a class
 * @param target what is looked for in their files
 * @param solution the student's code as a solution
 */
public record SubmittedExercise<S>(Class<S> exercise, Target target, Function<Submission, S> solution) {}
