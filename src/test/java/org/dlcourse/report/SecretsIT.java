package org.dlcourse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlcourse.dataset.download.RefusingProxy;
import org.dlcourse.kit.ChildProcess;
import org.dlcourse.kit.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks for a password in everything that a session leaves behind. */
@Timeout(120)
class SecretsIT {
    private static final String SECRET = "open-sesame";
    /** What the report's page holds, a file of Allure's each. */
    private static final Pattern EMBEDDED = Pattern.compile("d\\('[^']+','([A-Za-z0-9+/=]+)'\\)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "http://DOMAIN\\user:open-sesame@proxy.example:3128, Illegal character in authority",
        "http://user:a#open-sesame@proxy.example:3128, it has no host"
    })
    void invalidProxyAddressIsShownNowhere(String address, String message) throws Exception {
        RunningProcess session = session("HTTPS_PROXY", address);
        assertThat(session.await()).as(session.output()).isZero();

        assertLeftBehind(message);
    }

    @Test
    void passwordThatTheProxyRefusesIsShownNowhere() throws Exception {
        try (RefusingProxy proxy = RefusingProxy.askingForPassword()) {
            RunningProcess session = session("HTTPS_PROXY", "http://user:" + SECRET + "@" + proxy.authority() + "/");
            assertThat(session.await()).as(session.output()).isZero();

            assertLeftBehind("answered 407");
        }
    }

    @Test
    void passwordInASettingIsShownNowhere() throws Exception {
        RunningProcess session = session("COURSE_DATA", "https://user:" + SECRET + "@host.example/data");
        assertThat(session.await()).as(session.output()).isNotZero();

        String everything = everything();
        assertThat(everything).contains("is \"https://***@host.example/data\"; expected folder");
        assertThat(everything).doesNotContain(SECRET);
    }

    private void assertLeftBehind(String message) throws IOException {
        String everything = everything();
        assertThat(Pattern.compile(Pattern.quote(message)).matcher(everything).results())
                .as("control: the message in the results and on the report's pages")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(everything).as("control: the executor").contains("https://***@github.example/school/course");
        assertThat(everything).doesNotContain(SECRET);
    }

    private RunningProcess session(String name, String value) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        ChildProcess session = SampleSession.of(folder, DownloadingRequirements.class)
                .withOptions("-Dcourse.scale=full", "-Dhttps.proxyPassword=" + SECRET)
                .withVariable("COURSE_DATA", data.toString())
                .withVariable("GITHUB_ACTIONS", "true")
                .withVariable("GITHUB_SERVER_URL", "https://user:" + SECRET + "@github.example")
                .withVariable("GITHUB_REPOSITORY", "school/course")
                .withVariable("GITHUB_TOKEN", SECRET);
        return session.withVariable(name, value).startIn(folder);
    }

    /** The content of all files: what the console showed, results, history, the report and what it is made of. */
    private String everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                text.append(content);
                text.append(EMBEDDED.matcher(content)
                        .results()
                        .map(embedded ->
                                new String(Base64.getDecoder().decode(embedded.group(1)), StandardCharsets.ISO_8859_1))
                        .collect(Collectors.joining("\n")));
            }
            return text.toString();
        }
    }
}
