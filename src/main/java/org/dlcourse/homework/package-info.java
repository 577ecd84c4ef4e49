/** The experiments, expectations and answers of each handout. */
package org.dlcourse.homework;
