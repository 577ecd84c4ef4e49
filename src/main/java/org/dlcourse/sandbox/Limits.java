package org.dlcourse.sandbox;

import java.time.Duration;

/**
 * What a worker with a student's code may use.
 *
 * @param memoryBytes memory that all processes of the worker hold together
 * @param addressBytes address space of each process; larger than its memory, as libraries reserve what they never touch
 * @param request how long one request may take unless it has a time of its own
 * @param processorTime time on the processor that each process may use in its whole life
 * @param printedBytes what is kept of the code's prints for a request
 * @param processes processes and threads at a time
 * @param fileBytes size of a file, and of the folder for temporary files where it is separate
 * @param outputBytes arrays in one answer, and messages on standard error in a worker's whole life
 */
public record Limits(
        long memoryBytes,
        long addressBytes,
        Duration request,
        Duration processorTime,
        int printedBytes,
        int processes,
        long fileBytes,
        long outputBytes) {
    private static final long MEGABYTE = 1 << 20;

    /** For exercises in Python with NumPy. */
    public static final Limits EXERCISES = new Limits(
            512 * MEGABYTE,
            1024 * MEGABYTE,
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            64 * 1024,
            64,
            64 * MEGABYTE,
            64 * MEGABYTE);

    /** For exercises in Python with PyTorch, whose libraries alone are 400 MB. */
    public static final Limits EXERCISES_WITH_PYTORCH =
            EXERCISES.withAddressSpace(4096 * MEGABYTE).withMemory(1024 * MEGABYTE);

    /** For exercises in Java with ND4J: a virtual machine reserves addresses for its heap, its code and libraries of 400 MB. */
    public static final Limits EXERCISES_IN_JAVA =
            EXERCISES.withAddressSpace(4096 * MEGABYTE).withMemory(768 * MEGABYTE);

    /** Checks the numbers. */
    public Limits {
        requirePositive("memoryBytes", memoryBytes);
        requirePositive("addressBytes", addressBytes);
        requirePositive("request, in seconds", request.toSeconds());
        requirePositive("processorTime, in seconds", processorTime.toSeconds());
        requirePositive("printedBytes", printedBytes);
        requirePositive("processes", processes);
        requirePositive("fileBytes", fileBytes);
        requirePositive("outputBytes", outputBytes);
        if (addressBytes < memoryBytes) {
            throw new IllegalArgumentException("The limit addressBytes is " + addressBytes + ", less than memoryBytes, "
                    + memoryBytes + "; expected at least as much, since memory lies in the address space.");
        }
    }

    /** The same with another limit on memory; the address space stays as much larger as it is. */
    public Limits withMemory(long bytes) {
        return new Limits(
                bytes,
                bytes + addressBytes - memoryBytes,
                request,
                processorTime,
                printedBytes,
                processes,
                fileBytes,
                outputBytes);
    }

    /** The same with another address space a process. */
    public Limits withAddressSpace(long bytes) {
        return new Limits(memoryBytes, bytes, request, processorTime, printedBytes, processes, fileBytes, outputBytes);
    }

    /** The same with another time for a request. */
    public Limits withRequest(Duration time) {
        return new Limits(
                memoryBytes, addressBytes, time, processorTime, printedBytes, processes, fileBytes, outputBytes);
    }

    /** The same with another time on the processor. */
    public Limits withProcessorTime(Duration time) {
        return new Limits(memoryBytes, addressBytes, request, time, printedBytes, processes, fileBytes, outputBytes);
    }

    /** The same with another number of processes. */
    public Limits withProcesses(int count) {
        return new Limits(
                memoryBytes, addressBytes, request, processorTime, printedBytes, count, fileBytes, outputBytes);
    }

    /** In words, as a report lists them. */
    @Override
    public String toString() {
        return "memory " + megabytes(memoryBytes) + ", address space " + megabytes(addressBytes) + " a process, "
                + request.toSeconds() + " s a request, " + processorTime.toSeconds() + " s on the processor a process, "
                + processes + " processes, files of " + megabytes(fileBytes) + ", answers of " + megabytes(outputBytes)
                + ", " + printedBytes / 1024 + " kB of prints a request";
    }

    static String megabytes(long bytes) {
        return (bytes + MEGABYTE / 2) / MEGABYTE + " MB";
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "The limit " + name + " is " + value + "; expected a whole number from 1.");
        }
    }
}
