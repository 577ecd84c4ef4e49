package org.dlcourse.report;

/** Evidence of no test, for the tests of pages. */
public final class BlankPage {
    private BlankPage() {}

    /** A page with nothing on it. */
    public static Evidence evidence() {
        return new Evidence();
    }

    /** The words of a page, without its elements. */
    public static String words(Evidence evidence) {
        return evidence.html("").replaceAll("<[^>]*>", " ").replaceAll(" +", " ");
    }

    /** The first sentence of a page. */
    public static String conclusion(Evidence evidence) {
        return evidence.conclusion().orElseThrow();
    }
}
