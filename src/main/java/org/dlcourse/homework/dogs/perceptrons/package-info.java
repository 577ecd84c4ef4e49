/** Boolean functions computed by perceptrons, and the limits of linear activations. */
package org.dlcourse.homework.dogs.perceptrons;
