package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.Tar;
import org.dlcourse.dataset.file.Transfer;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DataDownloadTest {
    private static final byte[] CONTENT = Transfer.randomBytes(300_000);
    private static final byte[] GARBAGE = Transfer.randomBytes(CONTENT.length + 1);
    private static final int HALF = 150_000;
    private static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), 4, Duration.ofMillis(10));

    @TempDir
    private Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private MirrorServer server;
    private Path data;

    @BeforeEach
    void start() throws IOException {
        server = new MirrorServer();
        data = Files.createDirectory(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void filesThatAMirrorServesAreTheSet() throws IOException {
        byte[] other = Transfer.randomBytes(10);
        RemoteFile first = PublishedFile.of("a.gz", CONTENT, server.serve("/a.gz", MirrorServer.file(CONTENT)));
        RemoteFile second = PublishedFile.of("b.gz", other, server.serve("/b.gz", MirrorServer.file(other)));

        Path set = download().fetch(PublishedFile.set(first, second));

        assertThat(set).isEqualTo(data.resolve("set/raw"));
        assertThat(set.resolve("a.gz")).hasBinaryContent(CONTENT);
        assertThat(set.resolve("b.gz")).hasBinaryContent(other);
        assertThat(everything())
                .as("no leftovers")
                .containsExactlyInAnyOrder("set", "set/raw", "set/raw/a.gz", "set/raw/b.gz");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("a.gz", "100%"));
    }

    @Test
    void archiveIsUnpacked() throws IOException {
        byte[] archive = new Tar().file("batches/one.bin", CONTENT).gz();
        Path set = download().fetch(archiveSet(archive));

        assertThat(set.resolve("one.bin")).hasBinaryContent(CONTENT);
        assertThat(everything()).containsExactlyInAnyOrder("batches", "batches/one.bin");
    }

    @Test
    void archiveWithEntriesElsewhereLeavesNothing() throws IOException {
        byte[] archive = new Tar()
                .file("batches/one.bin", CONTENT)
                .file("../evil", CONTENT)
                .gz();

        assertThatThrownBy(() -> download().fetch(archiveSet(archive)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"../evil\"");
        assertThat(everything()).noneMatch(name -> name.contains("evil") || name.contains("one.bin"));
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(data.resolve("batches")).doesNotExist();
    }

    @Test
    void archiveWithoutTheSetsFolderIsToldSo() {
        byte[] archive = new Tar().file("other/one.bin", CONTENT).gz();

        assertThatThrownBy(() -> download().fetch(archiveSet(archive)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no folder batches");
        assertThat(data.resolve("batches")).doesNotExist();
    }

    @Test
    void brokenConnectionIsResumedWhereItBroke() {
        assertServes(MirrorServer.cutOnce(CONTENT, HALF));

        assertThat(server.requests()).containsExactly("/file", "/file bytes=" + HALF + "-");
    }

    @Test
    void mirrorThatBreaksOffAgainAndAgainIsGivenUpAndTheNextOneGoesOn() throws IOException {
        URI breaking = server.serve("/breaking", MirrorServer.cut(CONTENT, 1_000));
        URI good = server.serve("/good", MirrorServer.file(CONTENT));

        Path set = download().fetch(set(breaking, good));

        assertThat(set.resolve("file")).hasBinaryContent(CONTENT);
        assertThat(server.requests())
                .containsExactly(
                        "/breaking",
                        "/breaking bytes=1000-",
                        "/breaking bytes=2000-",
                        "/breaking bytes=3000-",
                        "/good bytes=4000-");
    }

    @Test
    void stalledConnectionIsGivenUpAndTheNextMirrorGoesOn() {
        URI stalling = server.serve("/stalling", server.stall(CONTENT, HALF));
        URI good = server.serve("/good", MirrorServer.file(CONTENT));

        Path set = download().fetch(set(stalling, good));

        assertThat(set.resolve("file")).hasBinaryContent(CONTENT);
        assertThat(server.requests()).last().isEqualTo("/good bytes=" + HALF + "-");
        assertThat(lines).anyMatch(line -> line.contains("/stalling: nothing came for 0.3 s"));
    }

    @Test
    void silentServerIsGivenUp() {
        assertThatMirrorFails(server.silence(), "nothing came for 0.3 s");
    }

    @Test
    void lengthOfAnotherFileIsRefusedBeforeItIsLoaded() {
        assertThatMirrorFails(
                MirrorServer.fileWithoutRanges(Transfer.randomBytes(1_234)),
                "answered with 1,234 bytes; expected 300,000");
    }

    @Test
    void moreBytesThanTheFileHasAreRefused() {
        assertThatMirrorFails(MirrorServer.chunked(GARBAGE), "gave more than 300,000 bytes");
    }

    @Test
    void fewerBytesThanTheFileHasAreRefused() {
        assertThatMirrorFails(MirrorServer.chunked(Arrays.copyOf(CONTENT, HALF)), "after 150,000 of 300,000 bytes");
    }

    @Test
    void otherBytesOfTheRightNumberAreRefused() throws IOException {
        assertThatMirrorFails(MirrorServer.file(Arrays.copyOf(GARBAGE, CONTENT.length)), "gave a file with SHA-256 ");
        assertThat(everything()).as("garbage is not kept").noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void md5ThatDiffersIsRefused() {
        RemoteFile right = PublishedFile.of("file", CONTENT, server.serve("/file", MirrorServer.file(CONTENT)));
        RemoteFile wrong = new RemoteFile(
                right.name(), right.size(), right.sha256(), Optional.of("0".repeat(32)), right.mirrors());

        assertThatThrownBy(() -> download().fetch(PublishedFile.set(wrong)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("gave a file with MD5 " + right.md5().orElseThrow());
        download().fetch(PublishedFile.set(right));
    }

    @Test
    void garbageOfOneMirrorDoesNotSpoilTheRestOfAnother() {
        URI garbage = server.serve("/garbage", MirrorServer.cut(Arrays.copyOf(GARBAGE, CONTENT.length), 1_000));
        URI good = server.serve("/good", MirrorServer.file(CONTENT));

        Path set = download().fetch(set(garbage, good));

        assertThat(set.resolve("file")).hasBinaryContent(CONTENT);
        assertThat(server.requests()).endsWith("/good bytes=4000-", "/good");
    }

    @Test
    void absentAndOverloadedMirrorsAreSkipped() {
        URI absent = server.serve("/absent", MirrorServer.status(404));
        URI overloaded = server.serve("/overloaded", MirrorServer.status(503));
        URI good = server.serve("/good", MirrorServer.file(CONTENT));

        Path set = download().fetch(set(absent, overloaded, good));

        assertThat(set.resolve("file")).hasBinaryContent(CONTENT);
        assertThat(server.requests()).containsExactly("/absent", "/overloaded", "/good");
    }

    @Test
    void whenAllMirrorsFailTheErrorListsThemAndSaysWhatToDo() throws IOException {
        URI absent = server.serve("/absent", MirrorServer.status(404));
        URI overloaded = server.serve("/overloaded", MirrorServer.status(503));
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://localhost:" + socket.getLocalPort() + "/closed");
        }
        URI unknown = URI.create("http://no-such-host.invalid/file");

        assertThatThrownBy(() -> download().fetch(set(absent, overloaded, closed, unknown)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "SET is not in " + data.resolve("set/raw"),
                        "\n  " + absent + ": answered 404",
                        "\n  " + overloaded + ": answered 503",
                        "\n  " + closed + ": no connection",
                        "\n  " + unknown + ": its name is unknown",
                        "Put file (300,000 bytes, SHA-256 ",
                        "-Dcourse.data=FOLDER");
        assertThat(data.resolve("set/raw")).doesNotExist();
    }

    @Test
    void serverThatIgnoresRangesMakesItStartAgain() throws IOException {
        leavePart(GARBAGE, HALF);

        assertServes(MirrorServer.fileWithoutRanges(CONTENT));

        assertThat(server.requests()).containsExactly("/file bytes=" + HALF + "-");
    }

    @Test
    void serverThatAnswersWithAnotherRangeIsAskedForTheWholeFile() throws IOException {
        leavePart(CONTENT, HALF);

        assertServes(exchange -> {
            boolean asked = exchange.getRequestHeaders().containsKey("Range");
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-299999/300000");
            exchange.sendResponseHeaders(asked ? 206 : 200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        });

        assertThat(server.requests()).containsExactly("/file bytes=" + HALF + "-", "/file");
    }

    @Test
    void serverThatRefusesTheRangeIsAskedForTheWholeFile() throws IOException {
        leavePart(CONTENT, HALF);

        assertServes(exchange -> {
            boolean asked = exchange.getRequestHeaders().containsKey("Range");
            (asked ? MirrorServer.status(416) : MirrorServer.file(CONTENT)).handle(exchange);
        });
    }

    @Test
    void partThatIsLongerThanTheFileIsThrownAway() throws IOException {
        leavePart(GARBAGE, GARBAGE.length);

        assertServes(MirrorServer.file(CONTENT));

        assertThat(server.requests()).containsExactly("/file");
    }

    @Test
    void redirectsAreFollowedAndKeepTheRange() throws IOException {
        leavePart(CONTENT, HALF);
        URI good = server.serve("/good", MirrorServer.file(CONTENT));

        assertServes(MirrorServer.redirect(good));

        assertThat(server.requests()).containsExactly("/file bytes=" + HALF + "-", "/good bytes=" + HALF + "-");
    }

    @Test
    void whatWasLoadedBeforeAKillIsNotTakenForTheSetAndResumed() throws IOException {
        leavePart(CONTENT, HALF);
        Path unpacked = Files.createDirectories(data.resolve("set/.raw.unpacked/raw"));
        Files.write(unpacked.resolve("half-unpacked"), GARBAGE);
        assertThat(data.resolve("set/raw")).doesNotExist();

        assertServes(MirrorServer.file(CONTENT));

        assertThat(server.requests()).containsExactly("/file bytes=" + HALF + "-");
        assertThat(everything()).containsExactlyInAnyOrder("set", "set/raw", "set/raw/file");
    }

    @Test
    void verifiedFilesOfAnEarlierTryAreNotLoadedAgain() {
        byte[] other = Transfer.randomBytes(10);
        RemoteFile first = PublishedFile.of("a", CONTENT, server.serve("/a", MirrorServer.file(CONTENT)));
        URI absent = server.serve("/absent", MirrorServer.status(404));
        URI found = server.serve("/found", MirrorServer.file(other));
        assertThatThrownBy(() -> download().fetch(PublishedFile.set(first, PublishedFile.of("b", other, absent))))
                .isInstanceOf(DataException.class);

        download().fetch(PublishedFile.set(first, PublishedFile.of("b", other, found)));

        assertThat(server.requests()).containsExactly("/a", "/absent", "/found");
    }

    @Test
    void twoAtOnceLoadItOnce() throws Exception {
        PublicDataSet set = set(server.serve("/file", server.stall(CONTENT, HALF)));
        Patience patient = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), 1, Duration.ofMillis(10));
        Callable<Path> fetch = () -> download(patient, "false").fetch(set);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> both = List.of(threads.submit(fetch), threads.submit(fetch));
            while (lines.stream().noneMatch(line -> line.contains("Another process downloads SET"))) {
                Thread.sleep(5);
            }
            server.release();
            for (Future<Path> one : both) {
                assertThat(one.get().resolve("file")).hasBinaryContent(CONTENT);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.requests()).containsExactly("/file");
        assertThat(everything()).containsExactlyInAnyOrder("set", "set/raw", "set/raw/file");
    }

    /** Wherever it is just then: at the server, at the disk, or waiting for the bar's last words. */
    @RepeatedTest(20)
    void interruptedThreadStopsAndLeavesNoSet() throws Exception {
        PublicDataSet set = set(server.serve("/file", server.stall(CONTENT, HALF)));
        Patience patient = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), 1, Duration.ofMillis(10));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> fetch = threads.submit(() -> {
                assertThatThrownBy(() -> download(patient, "false").fetch(set))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("The download of SET was interrupted");
                return Thread.interrupted();
            });
            while (server.requests().isEmpty()) {
                Thread.sleep(5);
            }
            threads.shutdownNow();
            assertThat(fetch.get())
                    .as("the thread still knows that it was interrupted")
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(data.resolve("set/raw")).doesNotExist();
    }

    @Test
    void folderThatIsThereIsNotTouched() throws IOException {
        Path raw = Files.createDirectories(data.resolve("set/raw"));
        Files.writeString(raw.resolve("file"), "the user's own");

        Path set = download().fetch(set(server.serve("/file", MirrorServer.file(CONTENT))));

        assertThat(set.resolve("file")).hasContent("the user's own");
        assertThat(server.requests()).isEmpty();
        assertThat(everything()).containsExactlyInAnyOrder("set", "set/raw", "set/raw/file");
    }

    @Test
    void offlineOpensNoConnectionAndSaysWhatToDo() throws IOException {
        PublicDataSet set = set(server.serve("/file", MirrorServer.file(CONTENT)));

        assertThatThrownBy(() -> download(IMPATIENT, "true").fetch(set))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "SET is not in " + data.resolve("set/raw"), "course.offline=true", "-Dcourse.data=FOLDER");
        assertThat(server.requests()).isEmpty();
        assertThat(everything()).isEmpty();

        download().fetch(set);
        assertThat(server.requests()).as("control: the same without offline").containsExactly("/file");
    }

    @Test
    void fileInTheWayIsToldAndNotTouched() throws IOException {
        Files.createDirectory(data.resolve("set"));
        Path file = Files.writeString(data.resolve("set/raw"), "mine");

        assertThatThrownBy(() -> download().fetch(set(server.serve("/file", MirrorServer.file(CONTENT)))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file + " is not a folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void folderThatCannotBeWrittenIsTold() throws IOException {
        // A file where a folder must be stops root too, whom permissions do not.
        Files.writeString(data.resolve("set"), "mine");

        assertThatThrownBy(() -> download().fetch(set(server.serve("/file", MirrorServer.file(CONTENT)))))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "SET cannot be written to " + data.resolve("set/raw"),
                        data.resolve("set").toString(),
                        "-Dcourse.data=FOLDER");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a full disk on Linux alone")
    void fullDiskIsToldAndLeavesNoSet() throws IOException {
        Path loaded = Files.createDirectories(data.resolve("set/.raw.download"));
        Path full = Files.createSymbolicLink(loaded.resolve("file.part"), Path.of("/dev/full"));
        URI other = server.serve("/other", MirrorServer.file(CONTENT));

        assertThatThrownBy(() -> download().fetch(set(server.serve("/file", MirrorServer.file(CONTENT)), other)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "SET cannot be written to " + data.resolve("set/raw"), "No space left on device");
        assertThat(data.resolve("set/raw")).doesNotExist();
        assertThat(server.requests())
                .as("a full disk is no reason to ask another mirror")
                .containsExactly("/file");

        Files.delete(full);
        download().fetch(set(other));
        assertThat(data.resolve("set/raw/file"))
                .as("control: there is room again")
                .hasBinaryContent(CONTENT);
    }

    private void assertServes(HttpHandler handler) {
        Path set = download().fetch(set(server.serve("/file", handler)));

        assertThat(set.resolve("file")).hasBinaryContent(CONTENT);
    }

    /** With this mirror alone the download fails for the reason given, and with a good one behind it, it does not. */
    private void assertThatMirrorFails(HttpHandler handler, String reason) {
        URI mirror = server.serve("/file", handler);

        assertThatThrownBy(() -> download().fetch(set(mirror)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(mirror + ": ")
                .hasMessageContaining(reason);
        assertThat(data.resolve("set/raw")).doesNotExist();
        URI good = server.serve("/good", MirrorServer.file(CONTENT));
        assertThatCode(() -> download().fetch(set(mirror, good))).doesNotThrowAnyException();
        assertThat(data.resolve("set/raw/file")).hasBinaryContent(CONTENT);
    }

    private DataDownload download() {
        return download(IMPATIENT, "false");
    }

    private DataDownload download(Patience patience, String offline) {
        ProxySelector direct = EnvironmentProxies.of(Map.of(), Map.of());
        return new DataDownload(settings(offline), () -> direct, patience, new DownloadProgress(lines::add));
    }

    private CourseSettings settings(String offline) {
        return CourseSettings.of(Map.of("course.data", data.toString(), "course.offline", offline), Map.of());
    }

    private static PublicDataSet set(URI... mirrors) {
        return PublishedFile.set(PublishedFile.of("file", CONTENT, mirrors));
    }

    private PublicDataSet archiveSet(byte[] archive) {
        URI mirror = server.serve("/archive.tar.gz", MirrorServer.file(archive));
        return new PublicDataSet(
                "SET",
                "batches",
                PublicDataSet.Form.TAR_GZ,
                List.of(PublishedFile.of("archive.tar.gz", archive, mirror)));
    }

    private void leavePart(byte[] content, int bytes) throws IOException {
        Path loaded = Files.createDirectories(data.resolve("set/.raw.download"));
        Files.write(loaded.resolve("file.part"), Arrays.copyOf(content, bytes));
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(path -> !path.equals(data))
                    .map(path -> data.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
