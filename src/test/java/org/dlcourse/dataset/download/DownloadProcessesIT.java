package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadProcessesIT {
    private static final int HALF = 150_000;

    @TempDir
    private Path folder;

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
    void twoProcessesLoadTheSetOnce() throws Exception {
        URI mirror = server.serve("/file", server.stall(DownloadProcess.CONTENT, HALF));
        RunningProcess first = start(List.of(), mirror);
        await(first, () -> !server.requests().isEmpty());
        RunningProcess second = start(List.of(), mirror);
        await(second, () -> second.output().contains("Another process downloads SET"));

        server.release();

        assertThat(first.await()).as("exit status; %s", first.output()).isZero();
        assertThat(second.await()).as("exit status; %s", second.output()).isZero();
        assertThat(data.resolve("set/raw/file")).hasBinaryContent(DownloadProcess.CONTENT);
        assertThat(server.requests()).containsExactly("/file");
        assertThat(data.resolve("set")).isDirectoryNotContaining("regex:.*/\\..*");
    }

    @Test
    void killedProcessLeavesNoSetAndTheNextOneResumesIt() throws Exception {
        URI stalling = server.serve("/stalling", server.stall(DownloadProcess.CONTENT, HALF));
        Path part = data.resolve("set/.raw.download/file.part");
        RunningProcess process = start(List.of(), stalling);
        await(process, () -> Files.exists(part) && Files.size(part) == HALF);

        process.kill();

        assertThat(data.resolve("set/raw")).doesNotExist();
        URI good = server.serve("/good", MirrorServer.file(DownloadProcess.CONTENT));
        Path set = DownloadProcess.download(data).fetch(DownloadProcess.set(good));
        assertThat(set.resolve("file")).hasBinaryContent(DownloadProcess.CONTENT);
        assertThat(server.requests()).containsExactly("/stalling", "/good bytes=" + HALF + "-");
    }

    @Test
    void proxyOfTheVirtualMachinesPropertiesIsAskedButForExceptedHosts() throws Exception {
        URI proxy = server.serve("/", MirrorServer.file(DownloadProcess.CONTENT));
        List<String> options = List.of(
                "-Dhttp.proxyHost=" + proxy.getHost(),
                "-Dhttp.proxyPort=" + proxy.getPort(),
                "-Dhttp.nonProxyHosts=*.excepted.invalid");

        RunningProcess behind = start(options, URI.create("http://only-behind-the-proxy.invalid/file"));
        assertThat(behind.await()).as("exit status; %s", behind.output()).isZero();
        assertThat(data.resolve("set/raw/file")).hasBinaryContent(DownloadProcess.CONTENT);

        data = Files.createDirectory(folder.resolve("other"));
        RunningProcess excepted = start(options, URI.create("http://mirror.excepted.invalid/file"));
        assertThat(excepted.await()).as("exit status").isNotZero();
        assertThat(excepted.output()).contains("its name is unknown");
        assertThat(server.requests()).as("requests to the proxy").hasSize(1);
    }

    private RunningProcess start(List<String> options, URI mirror) throws IOException {
        return ChildProcess.of(DownloadProcess.class, data.toString(), mirror.toString())
                .withOptions(options)
                .startIn(folder);
    }

    private static void await(RunningProcess process, Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            assertThat(process.isAlive()).as("alive; %s", process.output()).isTrue();
            // What another process does shows in its output and its files alone.
            Thread.sleep(10);
        }
    }
}
