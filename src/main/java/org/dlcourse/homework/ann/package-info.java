/** Handout 1: training perceptrons and convolutional networks on gray CIFAR-10. */
package org.dlcourse.homework.ann;
