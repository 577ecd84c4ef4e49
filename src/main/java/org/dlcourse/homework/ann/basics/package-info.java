/** Part 1: posterior, gradient from weights, batches and parameters. */
package org.dlcourse.homework.ann.basics;
