package org.dlcourse.dataset.npy;

import org.dlcourse.dataset.DataException;

/**
 * Where an array is read from, as errors name it.
 *
 * @param name such as {@code The .npy file /data/kernel.npy}
 */
record NpySource(String name) {
    /** The error for bytes that are not what NumPy writes. */
    DataException damaged(String found, String expected) {
        return refused(found, expected, "Copy it again from where it came, or save it again with numpy.save.");
    }

    /** The error for an array that is whole, but of no use here. */
    DataException refused(String found, String expected, String remedy) {
        return new DataException(name + " cannot be used: " + found + "; expected " + expected + ". " + remedy);
    }
}
