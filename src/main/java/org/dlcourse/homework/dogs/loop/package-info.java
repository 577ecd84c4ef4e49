/** One epoch of training, validation and testing, by the trainer and by hand. */
package org.dlcourse.homework.dogs.loop;
