/** The harness's own solutions of the exercises, from array primitives alone. */
package org.dlcourse.exercise.reference;
