/** Students' code in Python as solutions of the exercises. */
package org.dlcourse.exercise.submitted;
