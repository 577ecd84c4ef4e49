package org.dlcourse.exercise;

import java.util.List;

/** A network for colour images of 64 x 64 pixels in 10 classes, as an object that counts its parameters and classifies. */
public interface DogModel {
    /**
     * What a network has.
     *
     * @param weights their number
     * @param biases their number
     * @param outputs lengths of the axes of what it gives for some images
     */
    record Size(long weights, long biases, List<Integer> outputs) {}

    /**
     * Makes the network and gives it images.
     *
     * @param images how many
     * @return its size
     */
    Size size(int images);
}
