/** Handout 5: MNIST, dog breeds, patterns, perceptrons, adversarial examples. */
package org.dlcourse.homework.dogs;
