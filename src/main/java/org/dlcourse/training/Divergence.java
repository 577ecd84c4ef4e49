package org.dlcourse.training;

/**
 * Where a run ended because its loss was no longer a number.
 *
 * @param step at which it was not, from 1
 * @param loss what it was instead, in words
 */
public record Divergence(int step, String loss) {}
