package org.dlcourse.dataset.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dlcourse.dataset.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
    private static final Map<String, String> NONE = Map.of();
    private static final URI SECURE = URI.create("https://www.example.org/file");
    private static final URI PLAIN = URI.create("http://www.example.org/file");

    @Test
    void eachSchemeHasItsVariableInEitherCase() {
        ProxySelector proxies = EnvironmentProxies.of(
                NONE, Map.of("HTTPS_PROXY", "http://secure.example:3128", "http_proxy", "plain.example:8080/"));

        assertThat(proxies.select(SECURE)).isEqualTo(proxy("secure.example", 3128));
        assertThat(proxies.select(PLAIN)).isEqualTo(proxy("plain.example", 8080));
    }

    @Test
    void withoutVariablesThereIsNoProxy() {
        ProxySelector proxies =
                EnvironmentProxies.of(NONE, Map.of("HTTP_PROXY", "plain.example:8080", "https_proxy", ""));

        assertThat(proxies.select(SECURE)).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        ".example.org, true",
        "*.example.org, true",
        "'other.example, WWW.EXAMPLE.ORG', true",
        "www.example.org:443, true",
        "*, true",
        "www.example.org:80, false",
        "ample.org, false",
        "www.example.org.example, false",
        "',', false"
    })
    void exceptedHostsAreAskedDirectly(String noProxy, boolean direct) {
        ProxySelector proxies =
                EnvironmentProxies.of(NONE, Map.of("HTTPS_PROXY", "http://secure.example:3128", "NO_PROXY", noProxy));

        assertThat(proxies.select(SECURE)).isEqualTo(direct ? List.of(Proxy.NO_PROXY) : proxy("secure.example", 3128));
    }

    @Test
    void propertiesOfTheVirtualMachineWinOverTheEnvironment() {
        ProxySelector proxies = EnvironmentProxies.of(
                Map.of("https.proxyHost", "x"), Map.of("HTTPS_PROXY", "http://secure.example:3128"));

        assertThat(proxies).isSameAs(ProxySelector.getDefault());
    }

    @ParameterizedTest
    @CsvSource({
        "http://, Expected authority at character 8",
        "http://:3128, has no host",
        "http://DOMAIN\\user:secret@proxy.example:3128, Illegal character in authority at character 8",
        "http://user:sec#secret@proxy.example:3128, has no host",
        "http://user:12#secret@proxy.example:3128, more than a host and a port",
        "http://user:12?secret@proxy.example:3128, more than a host and a port",
        "http://user:secret, has no host",
        "user:secret, has no host",
        "http://user:se cret@proxy.example, Illegal character in authority",
        "http://user:secret@proxy.example:99999, port is out of range"
    })
    void invalidAddressIsReportedWithoutShowingIt(String address, String reason) {
        assertThatThrownBy(() -> EnvironmentProxies.of(NONE, Map.of("https_proxy", address)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("HTTPS_PROXY or https_proxy", reason, "http://proxy.example:3128")
                .hasMessageNotContainingAny("user", "secret", "cret", "DOMAIN")
                .hasNoCause();
    }

    @Test
    void nameAndPasswordOfAProxyAreLeftOut() {
        ProxySelector proxies =
                EnvironmentProxies.of(NONE, Map.of("HTTPS_PROXY", "http://user:secret@secure.example:3128"));

        assertThat(proxies.select(SECURE)).isEqualTo(proxy("secure.example", 3128));
    }

    private static List<Proxy> proxy(String host, int port) {
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }
}
