package org.dlcourse.kit;

/**
 * A wrong solution of an exercise, as {@link ExerciseCheck} must reject and recognise it.
 *
 * <pre>{@code
 * Mistake<DoubleUnaryOperator> doubled = new Mistake<>("doubled instead of squared", x -> 2 * x);
 * }</pre>
 *
 * @param <S> the exercise's interface
 * @param cause what is wrong, as the likely cause of a wrong result
 * @param solution that has this mistake
 */
public record Mistake<S>(String cause, S solution) {}
