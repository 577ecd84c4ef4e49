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

    /**
     * Rises in a line to the optimiser's rate and falls from there to 0 along half a cosine (Loshchilov and Hutter, 2017), with a
     * rate of its own for every step.
     *
     * @param warmUp part of all steps in which the rate rises, from 0 to less than 1
     */
    record WarmUpCosine(double warmUp) implements Schedule {
        public WarmUpCosine {
            if (!(warmUp >= 0 && warmUp < 1)) {
                throw new IllegalArgumentException(
                        "The rate rises in a part of all steps from 0 to less than 1, not " + warmUp + ".");
            }
        }

        /** The rate of a step, from 1, of so many, as a part of the highest one. */
        double part(int step, int steps) {
            double rising = warmUp * steps;
            return step <= rising
                    ? step / rising
                    : (1 + StrictMath.cos(Math.PI * (step - rising) / (steps + 1 - rising))) / 2;
        }
    }
}
