/** Convolutional networks on the processor's vector registers, forward only: a value of one image in each lane. */
package org.dlcourse.inference;
