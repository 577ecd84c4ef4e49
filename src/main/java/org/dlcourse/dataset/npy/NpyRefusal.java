package org.dlcourse.dataset.npy;

import java.util.Arrays;
import java.util.Optional;

/** The element types of NumPy that are not read, each with what it is and how to save the array instead. */
enum NpyRefusal {
    COMPLEX('c', "complex numbers", "Save array.real and array.imag as two arrays."),
    EXTENDED_PRECISION('f', "numbers of extended precision", "Save array.astype(numpy.float64)."),
    OBJECTS(
            'O',
            "Python objects, which are pickled and could run code",
            "Save numbers: array.astype(numpy.float64), or one array for each object."),
    BYTE_STRINGS('S', "byte strings", "Save numbers, such as the index of each one's class."),
    STRINGS('U', "strings", "Save numbers, such as the index of each one's class."),
    DATES('M', "dates", "Save whole numbers: array.astype(numpy.int64)."),
    TIME_DIFFERENCES('m', "time differences", "Save whole numbers: array.astype(numpy.int64)."),
    RAW_BYTES(
            'V',
            "raw bytes (void), as which bfloat16 is saved too",
            "Save numbers of one of these types: array.astype(numpy.float32)."),
    STRUCTURES(
            '[', "structures with named fields", "Save each field as an array of its own: array['name of the field'].");

    private final char kind;
    private final String what;
    private final String remedy;

    NpyRefusal(char kind, String what, String remedy) {
        this.kind = kind;
        this.what = what;
        this.remedy = remedy;
    }

    /** The type whose code in a file starts with this letter, if it is known. */
    static Optional<NpyRefusal> of(char kind) {
        return Arrays.stream(values()).filter(type -> type.kind == kind).findFirst();
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
