package org.dlcourse.backend;

import java.util.Locale;

/**
 * One GPU as its driver describes it.
 *
 * @param index among the machine's GPUs, in the order of their PCI buses
 * @param uuid name that no other GPU has
 * @param name model, such as {@code NVIDIA GeForce RTX 3090}
 * @param capability its generation
 * @param memory of the device, MiB
 * @param driver version of the driver
 */
public record Gpu(int index, String uuid, String name, ComputeCapability capability, long memory, String driver) {
    private static final int FIELDS = 6;

    /**
     * Reads a line of {@code nvidia-smi --query-gpu=}{@value Gpus#FIELDS}.
     *
     * @throws IllegalArgumentException if a field is missing or is not the number that it must be
     */
    static Gpu of(String line) {
        String[] fields = line.strip().split("\\s*,\\s*");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("The line is \"" + line + "\"; expected " + FIELDS + " fields.");
        }
        return new Gpu(
                Integer.parseInt(fields[0]),
                fields[1],
                fields[2],
                ComputeCapability.of(fields[3]),
                Long.parseLong(fields[4]),
                fields[5]);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s (compute capability %s, %,d MiB, driver %s)", name, capability, memory, driver);
    }
}
