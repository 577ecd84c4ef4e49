/** Reads the few kinds of values that pickled data batches hold, without running code from them. */
package org.dlcourse.dataset.pickle;
