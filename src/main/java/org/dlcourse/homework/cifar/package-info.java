/** Handout 2: variations on a CIFAR-10 network. */
package org.dlcourse.homework.cifar;
