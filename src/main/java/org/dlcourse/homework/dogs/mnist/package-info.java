/** Training time and accuracy by the size of the training set. */
package org.dlcourse.homework.dogs.mnist;
