package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How the learning rate changes during a run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schedule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Schedule.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = Schedule.Decay.class, name = "decay"),
    @JsonSubTypes.Type(value = Schedule.OnPlateau.class, name = "on plateau")
})
public sealed interface Schedule {
    /** The optimiser's rate, from the first step to the last. */
    record Constant() implements Schedule {}

    /**
     * Multiplies the rate by a factor after every epoch.
     *
     * @param factor such as .95
     */
    record Decay(double factor) implements Schedule {}

    /**
     * Starts with the optimiser's rate and takes the next one whenever the validation accuracy has stopped rising; each rate
     * is judged by its own epochs. Weights go on as they are.
     *
     * @param nextRates the rates after the first, in order
     * @param rule when to go on
     */
    record OnPlateau(List<Double> nextRates, PlateauRule rule) implements Schedule {
        public OnPlateau {
            nextRates = List.copyOf(nextRates);
        }
    }
}
