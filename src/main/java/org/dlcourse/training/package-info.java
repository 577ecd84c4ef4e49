/** One training run: a plan and a seed become curves, accuracies and weights. */
package org.dlcourse.training;
