/** The data sets of the five handouts, and the synthetic images that are drawn where a set is missing. */
package org.dlcourse.homework.data;
