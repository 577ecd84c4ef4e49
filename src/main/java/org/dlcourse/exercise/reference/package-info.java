/** The harness's own solutions of the exercises, from array primitives only. */
package org.dlcourse.exercise.reference;
