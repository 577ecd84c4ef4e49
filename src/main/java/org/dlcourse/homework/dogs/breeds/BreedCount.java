package org.dlcourse.homework.dogs.breeds;

import org.dlcourse.experiment.Experiment;
import org.dlcourse.experiment.Laboratory;
import org.dlcourse.homework.data.DogSetSource;

/** The number of breeds in the real data set, or the handout's number if there is no real data set. */
public record BreedCount() implements Experiment<Integer> {
    @Override
    public Integer conduct(Laboratory laboratory) {
        return new DogSetSource(laboratory.settings()).isThere()
                ? laboratory.result(new DogImages()).images().classes().size()
                : DogWeights.BREEDS_OF_HANDOUT;
    }
}
