/** Reads NumPy's .npy and .npz files. */
package org.dlcourse.dataset.npy;
