package org.dlcourse.experiment;

/**
 * Where a run comes from and what it cost.
 *
 * @param data title, sizes and digest of the data
 * @param dataSha256 digest of all that the run could see
 * @param codeSha256 digest of the code that determines a run
 * @param commit the working tree's commit, with a mark if it was changed since
 * @param backend what computed; where GPUs did, their names, capabilities, memory and driver too
 * @param machine what it ran on
 * @param workers networks trained at a time
 * @param started when, UTC
 * @param seconds wall time of the run
 */
public record Provenance(
        String data,
        String dataSha256,
        String codeSha256,
        String commit,
        String backend,
        Machine machine,
        int workers,
        String started,
        double seconds) {}
