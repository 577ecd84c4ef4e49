/** Wrong solutions as students hand them in, which checks must reject and wrong results are compared with. */
package org.dlcourse.exercise.mistake;
