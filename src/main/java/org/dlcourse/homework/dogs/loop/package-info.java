/** One epoch of training, evaluation and the modes of a run, by the trainer and by hand. */
package org.dlcourse.homework.dogs.loop;
