package org.dlcourse.dataset.download;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import org.dlcourse.settings.Secrets;

/**
 * Loads files, each from the first of its mirrors that gives it.
 *
 * <p>What came so far is in a {@code .part} file, and whichever mirror is next goes on from there. A file is there under its
 * own name only once its size and digests are the published ones. A file of 1,000 bytes of which 400 have come:
 *
 * <pre>
 * request: Range: bytes=400-
 * 206, bytes 400-999/1000   appended to .part
 * 200                       the whole file: .part is written again from its first byte
 * 416, or another range     .part is deleted, and the whole file is asked for
 * another status            the next mirror goes on from the 400 bytes
 * </pre>
 */
final class MirroredDownload {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final HttpClient client;
    private final Patience patience;
    private final DownloadProgress progress;

    MirroredDownload(ProxySelector proxies, Patience patience, DownloadProgress progress) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.connect())
                .proxy(proxies)
                .build();
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Loads one file into a folder that exists.
     *
     * @return what each mirror did instead of giving the file; empty if the file is there
     * @throws IOException if the folder cannot be written
     */
    List<String> load(RemoteFile file, Path folder) throws IOException, InterruptedException {
        Path whole = folder.resolve(file.name());
        if (Files.exists(whole) && file.difference(whole).isEmpty()) {
            return List.of();
        }
        Path part = folder.resolve(file.name() + ".part");
        List<String> answers = new ArrayList<>();
        for (URI mirror : file.mirrors()) {
            try (ProgressBar bar = progress.bar(file)) {
                load(new Source(file, mirror), part, bar);
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return List.of();
            } catch (MirrorException e) {
                String answer = Secrets.masked(mirror + ": " + e.getMessage());
                answers.add(answer);
                progress.say(answer);
            }
        }
        return answers;
    }

    /** A file at one of its mirrors. */
    private record Source(RemoteFile file, URI mirror) {}

    private void load(Source source, Path part, ProgressBar bar)
            throws IOException, InterruptedException, MirrorException {
        for (int attempt = 1; ; attempt++) {
            long before = size(part);
            Optional<String> difference;
            try {
                append(source, part, bar);
                difference = source.file().difference(part);
            } catch (MirrorException e) {
                if (size(part) > before && attempt < patience.attempts()) {
                    continue;
                }
                throw e;
            }
            if (difference.isEmpty()) {
                return;
            }
            Files.delete(part);
            // Nothing tells which bytes are wrong: where some are older than this answer, they may be the ones.
            if (before == 0 || attempt == patience.attempts()) {
                throw new MirrorException("gave a file with " + difference.get());
            }
        }
    }

    /** Asks once for what is missing, and writes it behind what is there. */
    private void append(Source source, Path part, ProgressBar bar)
            throws IOException, InterruptedException, MirrorException {
        long size = source.file().size();
        if (size(part) > size) {
            Files.delete(part);
        }
        long have = size(part);
        if (have == size) {
            return;
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = ask(source.mirror(), have);
        try (Pieces pieces = Pieces.of(response.body(), patience)) {
            if (have == 0 || goesOn(response, have, size)) {
                check(response, have, size);
                write(pieces, part, response.statusCode() == PARTIAL ? have : 0, size, bar);
                return;
            }
        }
        Files.delete(part);
        append(source, part, bar);
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(URI mirror, long have)
            throws InterruptedException, MirrorException {
        HttpRequest.Builder request = HttpRequest.newBuilder(mirror).timeout(patience.stall());
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
            if (response.body() == null) {
                // Of a proxy that opens no tunnel to the mirror.
                throw answered(response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw MirrorException.of(e, patience);
        }
    }

    /** Whether a server that was asked for a range gives that one, or at least did not misunderstand. */
    private static boolean goesOn(HttpResponse<?> response, long have, long size) {
        if (response.statusCode() != PARTIAL) {
            return response.statusCode() != RANGE_NOT_SATISFIABLE;
        }
        Matcher range =
                RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        return range.matches()
                && range.group(1).equals(Long.toString(have))
                && (range.group(2).equals("*") || range.group(2).equals(Long.toString(size)));
    }

    private static void check(HttpResponse<?> response, long have, long size) throws MirrorException {
        if (response.statusCode() != OK && (response.statusCode() != PARTIAL || have == 0)) {
            throw answered(response.statusCode());
        }
        long expected = response.statusCode() == PARTIAL ? size - have : size;
        OptionalLong length = response.headers().firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != expected) {
            throw new MirrorException(
                    String.format(Locale.ROOT, "answered with %,d bytes; expected %,d", length.getAsLong(), expected));
        }
    }

    private static MirrorException answered(int status) {
        return new MirrorException("answered " + status
                + (status == PROXY_AUTHENTICATION_REQUIRED
                        ? ": the proxy asks for a name and a password, which is not supported"
                        : ""));
    }

    private static void write(Pieces pieces, Path part, long from, long size, ProgressBar bar)
            throws IOException, InterruptedException, MirrorException {
        long at = from;
        try (FileChannel channel = from == 0
                ? FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                : FileChannel.open(part, StandardOpenOption.APPEND)) {
            for (List<ByteBuffer> piece = pieces.next(); !piece.isEmpty(); piece = pieces.next()) {
                for (ByteBuffer buffer : piece) {
                    at += buffer.remaining();
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
                bar.stepTo(Math.min(at, size));
                if (at > size) {
                    break;
                }
            }
        } catch (MirrorException e) {
            throw new MirrorException(
                    String.format(Locale.ROOT, "%s after %,d of %,d bytes", e.getMessage(), at, size), e);
        }
        if (at > size) {
            Files.delete(part);
            throw new MirrorException(String.format(Locale.ROOT, "gave more than %,d bytes", size));
        }
        if (at < size) {
            throw new MirrorException(String.format(Locale.ROOT, "ended after %,d of %,d bytes", at, size));
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
