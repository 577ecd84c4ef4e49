package org.dlcourse.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The GPUs that a process may use, found without loading anything of CUDA.
 *
 * @param usable those that {@code CUDA_VISIBLE_DEVICES} leaves
 * @param finding what was looked at and found, in words, for messages
 */
record Gpus(List<Gpu> usable, String finding) {
    /** What the driver is asked for, a line a GPU. */
    static final String FIELDS = "index,uuid,name,compute_cap,memory.total,driver_version";

    static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final int SECONDS = 60;
    private static final List<String> QUERY =
            List.of("nvidia-smi", "--query-gpu=" + FIELDS, "--format=csv,noheader,nounits");

    /** Those of this process. */
    static Gpus ofProcess() {
        return found(QUERY, Optional.ofNullable(System.getenv(VISIBLE)));
    }

    /** What a command lists, of which some may be used; a command that fails lists none. */
    static Gpus found(List<String> query, Optional<String> visible) {
        String command = query.get(0);
        Path output = null;
        try {
            // A file, since a full pipe would keep the command from ending.
            output = Files.createTempFile("gpus", ".txt");
            Process process = new ProcessBuilder(query)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return none(command + " gave no answer within " + SECONDS + " seconds");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                return none(command + " ended with status " + process.exitValue() + " and printed \"" + oneLine(text)
                        + "\"");
            }
            return listed(text, visible);
        } catch (IOException e) {
            return none(command + " cannot be run (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none("this thread was interrupted while it waited for " + command);
        } finally {
            delete(output);
        }
    }

    /** The GPUs of a list, as far as they may be used. */
    static Gpus listed(String text, Optional<String> visible) {
        List<Gpu> all;
        try {
            all = text.lines().filter(line -> !line.isBlank()).map(Gpu::of).toList();
        } catch (IllegalArgumentException e) {
            return none("nvidia-smi listed \"" + oneLine(text) + "\", which cannot be read: " + e.getMessage());
        }
        String list = all.isEmpty()
                ? "nvidia-smi lists no GPU"
                : all.stream().map(gpu -> "GPU " + gpu.index() + " is " + gpu).collect(Collectors.joining("; "));
        return visible.map(names -> new Gpus(named(all, names), list + "; " + VISIBLE + " is \"" + names + "\""))
                .orElseGet(() -> new Gpus(all, list));
    }

    /** As CUDA reads the variable: numbers or beginnings of UUIDs, up to the first that names nothing. */
    private static List<Gpu> named(List<Gpu> all, String names) {
        List<Gpu> named = new ArrayList<>();
        for (String name : names.split(",")) {
            Optional<Gpu> gpu =
                    all.stream().filter(one -> is(one, name.strip())).findFirst();
            if (gpu.isEmpty()) {
                break;
            }
            named.add(gpu.get());
        }
        return List.copyOf(named);
    }

    private static boolean is(Gpu gpu, String name) {
        return name.equals(Integer.toString(gpu.index()))
                || name.startsWith("GPU-") && gpu.uuid().startsWith(name);
    }

    private static Gpus none(String finding) {
        return new Gpus(List.of(), finding);
    }

    private static String oneLine(String text) {
        String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
