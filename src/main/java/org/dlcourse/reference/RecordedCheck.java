package org.dlcourse.reference;

/**
 * A measured value with its bound, as its page had it.
 *
 * @param what was measured
 * @param measured the value, rounded as pages show it
 * @param bound that it was within
 * @param kind what kind of evidence it is
 * @param reason where the bound comes from
 */
public record RecordedCheck(String what, String measured, String bound, String kind, String reason) {}
