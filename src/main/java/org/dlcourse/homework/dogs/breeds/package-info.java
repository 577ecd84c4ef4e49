/** Dog breeds: the data explored, a fully connected and a convolutional network. */
package org.dlcourse.homework.dogs.breeds;
