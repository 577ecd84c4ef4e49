package org.dlcourse.kit;

/**
 * A wrong solution of an exercise.
 *
 * @param <S> the exercise's interface
 * @param cause what was done wrong, as the likely cause of a wrong result
 * @param solution which does it
 */
public record Mistake<S>(String cause, S solution) {}
