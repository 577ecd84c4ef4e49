/** Patterns that differ by orientation alone, and the kernels that are learnt from them. */
package org.dlcourse.homework.dogs.patterns;
