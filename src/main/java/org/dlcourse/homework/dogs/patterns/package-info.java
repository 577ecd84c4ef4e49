/** Patterns that differ by orientation only, and the kernels that are learnt from them. */
package org.dlcourse.homework.dogs.patterns;
