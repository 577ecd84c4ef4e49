/** Convolutional networks on the processor's vector registers, forward and backward: a value of one image in each lane. */
package org.dlcourse.vector;
