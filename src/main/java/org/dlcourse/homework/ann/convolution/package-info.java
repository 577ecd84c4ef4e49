/** Part 2: a two-dimensional convolution by hand. */
package org.dlcourse.homework.ann.convolution;
