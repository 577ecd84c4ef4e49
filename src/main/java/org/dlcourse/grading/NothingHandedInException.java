package org.dlcourse.grading;

/** A submission has nothing of the kind that a requirement is about, so that there is nothing to judge. */
public final class NothingHandedInException extends RuntimeException {
    /**
     * What is missing.
     *
     * @param what such as "no result file of part 3 is among the files."
     */
    public NothingHandedInException(String what) {
        super(what);
    }
}
