package org.dlcourse.experiment;

import org.dlcourse.training.TrainingResult;

/**
 * A finished run.
 *
 * @param key what it is kept under
 * @param request what was asked for
 * @param result what came out, equal to the bit whenever the key is equal
 * @param provenance where it comes from and what it cost
 */
public record Run(String key, RunRequest request, TrainingResult result, Provenance provenance) {}
