package org.dlcourse.training;

/**
 * Where a run ended because its loss was no longer finite.
 *
 * @param step at which it was NaN or infinite, from 1
 * @param loss what it was: NaN or Infinity
 */
public record Divergence(int step, String loss) {}
