package org.dlcourse.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processes of this machine at one moment, as Linux lists them.
 *
 * @param processes all that could be read
 */
record ProcessTable(List<Entry> processes) {
    private static final Path FOLDER = Path.of("/proc");
    private static final Pattern FIELD = Pattern.compile("(?m)^(\\w+):\\s+(\\S+)");

    /**
     * A process.
     *
     * @param pid its number
     * @param parent number of the process that it belongs to
     * @param session number of the process that began its session
     * @param user number of the user that it runs as
     * @param memoryBytes what it holds beside the files that it has mapped
     * @param ended whether it has ended and only its parent has not looked yet
     */
    record Entry(long pid, long parent, long session, long user, long memoryBytes, boolean ended) {}

    static ProcessTable now() {
        List<Entry> processes = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(FOLDER, "[0-9]*")) {
            folders.forEach(folder -> entry(folder).ifPresent(processes::add));
        } catch (IOException e) {
            throw new UncheckedIOException("The processes cannot be read from " + FOLDER + ".", e);
        }
        return new ProcessTable(List.copyOf(processes));
    }

    /** The number of the user that this process runs as. */
    static long ownUser() {
        return entry(FOLDER.resolve("self"))
                .orElseThrow(() -> new SandboxException("The user of this process cannot be read from " + FOLDER
                        + "/self/status; expected Linux's process file system there."))
                .user();
    }

    private static Optional<Entry> entry(Path folder) {
        try {
            // Names may have any bytes.
            return Optional.of(parsed(Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException | AccessDeniedException e) {
            // It has ended since the folder was listed, or it is another user's and the system hides those.
            return Optional.empty();
        } catch (IOException e) {
            if (Files.exists(folder)) {
                throw new UncheckedIOException("The process in " + folder + " cannot be read.", e);
            }
            return Optional.empty();
        }
    }

    static Entry parsed(String status) {
        long pid = 0;
        long parent = 0;
        long session = 0;
        long user = 0;
        long kilobytes = 0;
        boolean ended = false;
        Matcher fields = FIELD.matcher(status);
        while (fields.find()) {
            String value = fields.group(2);
            switch (fields.group(1)) {
                case "Pid" -> pid = Long.parseLong(value);
                case "PPid" -> parent = Long.parseLong(value);
                case "NSsid" -> session = Long.parseLong(value);
                case "Uid" -> user = Long.parseLong(value);
                case "RssAnon", "RssShmem" -> kilobytes += Long.parseLong(value);
                case "State" -> ended = value.equals("Z") || value.equals("X");
                default -> {}
            }
        }
        return new Entry(pid, parent, session, user, kilobytes * 1024, ended);
    }
}
