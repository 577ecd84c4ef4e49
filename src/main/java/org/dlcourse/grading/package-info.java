/** A student's work: what it has, and what its code answers, run in a sandbox. */
package org.dlcourse.grading;
