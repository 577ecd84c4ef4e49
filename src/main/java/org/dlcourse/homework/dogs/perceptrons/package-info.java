/** Boolean functions by perceptrons, and why linear activations are not enough. */
package org.dlcourse.homework.dogs.perceptrons;
