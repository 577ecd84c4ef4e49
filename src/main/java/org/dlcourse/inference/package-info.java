/** Convolutional networks on the processor's vector registers, forward only: a value of sixteen images at a time. */
package org.dlcourse.inference;
