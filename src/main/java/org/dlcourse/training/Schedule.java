package org.dlcourse.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How the learning rate changes during a run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schedule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Schedule.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = Schedule.Decay.class, name = "decay"),
    @JsonSubTypes.Type(value = Schedule.OnPlateau.class, name = "on plateau"),
    @JsonSubTypes.Type(value = Schedule.WarmUpCosine.class, name = "warm-up and cosine")
})
public sealed interface Schedule {
    /** The optimiser's learning rate, from the first step to the last. */
    record Constant() implements Schedule {}

    /**
     * Multiplies the learning rate by a factor after every epoch.
     *
     * @param factor such as .95
     */
    record Decay(double factor) implements Schedule {}

    /**
     * Starts with the optimiser's learning rate and takes the next one whenever the validation accuracy has stopped rising; each learning rate
     * is judged by its own epochs. Weights go on as they are.
     *
     * @param nextRates the learning rates after the first, in order
     * @param rule when to go on
     */
    record OnPlateau(List<Double> nextRates, PlateauRule rule) implements Schedule {
        public OnPlateau {
            nextRates = List.copyOf(nextRates);
        }
    }

    /**
     * Rises linearly to the optimiser's learning rate and falls from there to 0 along half a cosine (Loshchilov and Hutter, 2017), with a
     * learning rate of its own for every step.
     *
     * @param warmUp fraction of all steps in which the learning rate rises, from 0 to less than 1
     */
    record WarmUpCosine(double warmUp) implements Schedule {
        public WarmUpCosine {
            if (!(warmUp >= 0 && warmUp < 1)) {
                throw new IllegalArgumentException(
                        "The learning rate rises in a fraction of all steps from 0 to less than 1, not " + warmUp
                                + ".");
            }
        }

        /** The learning rate of a step, from 1, as a fraction of the highest one. */
        double fraction(int step, int steps) {
            double rising = warmUp * steps;
            return step <= rising
                    ? step / rising
                    : (1 + StrictMath.cos(Math.PI * (step - rising) / (steps + 1 - rising))) / 2;
        }
    }
}
