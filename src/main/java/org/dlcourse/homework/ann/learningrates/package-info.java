/** Part 5: learning rates and a schedule. */
package org.dlcourse.homework.ann.learningrates;
