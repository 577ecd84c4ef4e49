package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What ends a run before the last of its plan's epochs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stopping")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stopping.AfterLastEpoch.class, name = "after the last epoch"),
    @JsonSubTypes.Type(value = Stopping.AfterSteps.class, name = "after steps"),
    @JsonSubTypes.Type(value = Stopping.WhenLossIsFlat.class, name = "when the validation loss is flat")
})
public sealed interface Stopping {
    /** The run ends after its last epoch. */
    record AfterLastEpoch() implements Stopping {}

    /**
     * The run ends after a number of steps, also within an epoch.
     *
     * @param steps at least 1
     */
    record AfterSteps(int steps) implements Stopping {
        public AfterSteps {
            if (steps < 1) {
                throw new IllegalArgumentException("A run needs at least 1 step, not " + steps + ".");
            }
        }
    }

    /**
     * The validation loss at the end of an epoch is not below that of the epoch before by at least a given decrease.
     *
     * @param leastDecrease in the loss's unit
     */
    record WhenLossIsFlat(double leastDecrease) implements Stopping {}
}
