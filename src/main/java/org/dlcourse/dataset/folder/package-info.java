/** The folder of all data sets: which are there, and under which names. */
package org.dlcourse.dataset.folder;
