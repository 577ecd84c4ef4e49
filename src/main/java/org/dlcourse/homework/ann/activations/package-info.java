/** Part 4: ReLU and logistic sigmoid, and unscaled inputs. */
package org.dlcourse.homework.ann.activations;
