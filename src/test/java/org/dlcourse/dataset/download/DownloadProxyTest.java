package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dlcourse.dataset.DataException;
import org.dlcourse.dataset.file.Transfer;
import org.dlcourse.settings.CourseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DownloadProxyTest {
    private static final byte[] CONTENT = Transfer.randomBytes(1_000);
    private static final URI SECURE = URI.create("https://only-behind-the-proxy.invalid/file");
    private static final URI PLAIN = URI.create("http://only-behind-the-proxy.invalid/file");
    private static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(10));

    @TempDir
    private Path data;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void proxyOfTheEnvironmentIsAsked() throws IOException {
        try (MirrorServer server = new MirrorServer()) {
            URI proxy = server.serve("/", MirrorServer.file(CONTENT));

            Path fetched = download(Map.of("HTTP_PROXY", proxy.toString())).fetch(set(PLAIN));

            assertThat(fetched.resolve("file")).hasBinaryContent(CONTENT);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407 Proxy Authentication Required, 'answered 407: the proxy asks for a name and a password'",
        "403 Forbidden, 403",
        "502 Bad Gateway, 502"
    })
    void proxyThatOpensNoTunnelIsAnAnswerLikeAnyOther(String status, String answer) throws IOException {
        try (RefusingProxy proxy = new RefusingProxy(status, "Proxy-Authenticate: Basic realm=\"x\"\r\n")) {
            Map<String, String> environment = Map.of("HTTPS_PROXY", proxy.authority());

            assertThatThrownBy(() -> download(environment).fetch(set(SECURE)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContainingAll(
                            "SET is not in " + data.resolve("set/raw"),
                            "\n  " + SECURE + ": ",
                            answer,
                            "Put file (1,000 bytes, SHA-256 ",
                            "-Dcourse.data=FOLDER");
            assertThat(proxy.requests()).first().asString().startsWith("CONNECT only-behind-the-proxy.invalid:443 ");
        }
    }

    @Test
    void mirrorWithoutTheProxyIsAskedAfterOneThatItRefuses() throws IOException {
        try (RefusingProxy proxy = RefusingProxy.askingForPassword();
                MirrorServer server = new MirrorServer()) {
            URI direct = server.serve("/file", MirrorServer.file(CONTENT));
            Map<String, String> environment =
                    Map.of("HTTPS_PROXY", proxy.authority(), "HTTP_PROXY", proxy.authority(), "NO_PROXY", "localhost");

            Path fetched = download(environment).fetch(set(SECURE, PLAIN, direct));

            assertThat(fetched.resolve("file")).hasBinaryContent(CONTENT);
            assertThat(proxy.requests())
                    .extracting(request -> request.substring(0, request.indexOf(' ')))
                    .containsExactly("CONNECT", "GET");
            assertThat(lines)
                    .filteredOn(line -> line.contains("answered 407: the proxy asks"))
                    .hasSize(2);
        }
    }

    @Test
    void passwordInAMirrorsAddressIsShownNowhere() {
        URI mirror = URI.create("http://user:secret@no-such-host.invalid/file");

        assertThatThrownBy(() -> download(Map.of()).fetch(set(mirror)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("http://***@no-such-host.invalid/file: its name is unknown")
                .hasMessageNotContaining("secret");
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("secret"));
    }

    private DataDownload download(Map<String, String> environment) {
        ProxySelector proxies = EnvironmentProxies.of(Map.of(), environment);
        CourseSettings settings = CourseSettings.of(Map.of("course.data", data.toString()), Map.of());
        return new DataDownload(settings, () -> proxies, IMPATIENT, new DownloadProgress(lines::add));
    }

    private static PublicDataSet set(URI... mirrors) {
        return PublishedFile.set(PublishedFile.of("file", CONTENT, mirrors));
    }
}
