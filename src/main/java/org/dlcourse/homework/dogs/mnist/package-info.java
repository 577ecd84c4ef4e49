/** MNIST: training time and accuracy against the size of the training set. */
package org.dlcourse.homework.dogs.mnist;
