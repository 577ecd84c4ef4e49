package org.dlcourse.experiment;

/**
 * A run that gave no result, as it is recorded on disk until the run succeeds.
 *
 * @param key what the run would be kept under
 * @param request what was asked for
 * @param reason why there is no result
 * @param started when, UTC
 * @param seconds wall time until it failed
 */
record RunFailure(String key, RunRequest request, String reason, String started, double seconds) {}
