/** Adversarial examples by the gradient with respect to the input. */
package org.dlcourse.homework.dogs.adversarial;
