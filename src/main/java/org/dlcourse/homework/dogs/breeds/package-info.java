/** Dog breeds: the data set, output sizes and weights, a fully connected and a convolutional network. */
package org.dlcourse.homework.dogs.breeds;
