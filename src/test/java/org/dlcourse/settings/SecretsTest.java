package org.dlcourse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "http://user:pw@host:1/x, http://***@host:1/x",
        "'no way to http://user:p@ss/w#rd@host, nor https://token@host.', "
                + "'no way to http://***@host, nor https://***@host.'",
        "http://DOMAIN\\user:pw@host, http://***@host",
        "http://host:1/x, http://host:1/x",
        "file:///home/ws@2/index.html, file:///home/ws@2/index.html",
        "/home/ws@2/data, /home/ws@2/data"
    })
    void namesAndPasswordsOfAddressesAreMasked(String text, String masked) {
        assertThat(Secrets.masked(text)).isEqualTo(masked);
    }

    @Test
    void passwordsOfProxiesAreNoPropertiesAnyMore() {
        System.setProperty("https.proxyPassword", "secret");

        Secrets.removeFromProperties();

        assertThat(System.getProperties()).doesNotContainValue("secret");
    }
}
