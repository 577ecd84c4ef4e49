package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * The scores of a trained network whose targets are numbers.
 *
 * @param training of the whole training set
 * @param validation of the validation set
 * @param test of the test set; empty if the data had none
 */
public record RegressionScores(RegressionScore training, RegressionScore validation, Optional<RegressionScore> test) {
    /** Whether all of them are, which those of a network that has just diverged are not. */
    @JsonIgnore
    boolean isFinite() {
        return training.isFinite()
                && validation.isFinite()
                && test.map(RegressionScore::isFinite).orElse(true);
    }
}
