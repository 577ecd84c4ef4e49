package org.dlcourse.sandbox;

/**
 * Whether a sandbox does on this machine what it claims to do.
 *
 * @param passed whether it does
 * @param finding what was seen, in a sentence: what holds, or what does not and what would help
 */
public record SelfTest(boolean passed, String finding) {
    static SelfTest passed(String finding) {
        return new SelfTest(true, finding);
    }

    static SelfTest failed(String finding) {
        return new SelfTest(false, finding);
    }
}
