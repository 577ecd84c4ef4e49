package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.DogSetSource;

/** The number of breeds in the set of dog images, and the handout's where there is no real set. */
public record BreedCount() implements Experiment<Integer> {
    @Override
    public Integer conduct(Laboratory laboratory) {
        return new DogSetSource(laboratory.settings()).isThere()
                ? laboratory.result(new DogImages()).images().classes().size()
                : DogWeights.BREEDS_OF_HANDOUT;
    }
}
