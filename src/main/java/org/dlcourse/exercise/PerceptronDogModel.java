package org.dlcourse.exercise;

/** The fully connected network with hidden layers of 128 and 64 units. */
public interface PerceptronDogModel extends DogModel {}
