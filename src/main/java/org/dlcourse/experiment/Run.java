package org.dlcourse.experiment;

import org.dlcourse.training.TrainingException;
import org.dlcourse.training.TrainingResult;

/**
 * A finished run.
 *
 * @param key what it is kept under
 * @param request what was asked for
 * @param result its result, equal to the bit whenever the key is equal
 * @param provenance where it comes from and what it cost
 */
public record Run(String key, RunRequest request, TrainingResult result, Provenance provenance) {
    /**
     * Makes sure that the network was trained to its end.
     *
     * @throws TrainingException if the run diverged
     */
    void checkConverged() {
        result.divergence().ifPresent(divergence -> {
            throw new TrainingException("The training loss of " + request + " is " + divergence.loss() + " at step "
                    + divergence.step() + "; expected a finite number. Lower the learning rate.");
        });
    }
}
