/** Wrong solutions that students really hand in: what checks must reject, and what a wrong result is compared with. */
package org.dlcourse.exercise.mistake;
