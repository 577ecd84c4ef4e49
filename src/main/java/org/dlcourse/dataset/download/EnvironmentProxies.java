package org.dlcourse.dataset.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dlcourse.dataset.DataException;

/**
 * The proxies that the environment variables {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, in either
 * case, as other programs understand them.
 *
 * <p>{@code NO_PROXY} is a list of host names with commas, each with all that ends in it, an optional port, or {@code *}.
 * Ranges of addresses are not understood, nor are names and passwords in a proxy's address.
 */
final class EnvironmentProxies extends ProxySelector {
    private static final List<String> PROPERTIES =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

    private final Map<String, Proxy> proxies;
    private final List<String> excepted;

    private EnvironmentProxies(Map<String, Proxy> proxies, List<String> excepted) {
        this.proxies = proxies;
        this.excepted = excepted;
    }

    /**
     * Java's own selector if a property tells it of a proxy, else the environment's.
     *
     * @throws DataException if a variable holds no address
     */
    static ProxySelector of(Map<String, String> properties, Map<String, String> environment) {
        ProxySelector own = ProxySelector.getDefault();
        if (own != null
                && PROPERTIES.stream()
                        .anyMatch(name -> !properties.getOrDefault(name, "").isBlank())) {
            return own;
        }
        Map<String, Proxy> proxies = new HashMap<>();
        for (String scheme : List.of("http", "https")) {
            String name = scheme + "_proxy";
            variable(environment, name).ifPresent(address -> proxies.put(scheme, proxy(name, address)));
        }
        String exceptions = variable(environment, "no_proxy").orElse("").toLowerCase(Locale.ROOT);
        return new EnvironmentProxies(
                proxies, Arrays.stream(exceptions.split(",")).map(String::strip).toList());
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(isExcepted(uri) ? Proxy.NO_PROXY : proxies.getOrDefault(uri.getScheme(), Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // The request itself fails and says so.
    }

    private boolean isExcepted(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String port =
                ":" + (uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80);
        return excepted.stream()
                .map(name -> name.endsWith(port) ? name.substring(0, name.length() - port.length()) : name)
                .map(name -> name.replaceFirst("^(\\*?\\.)", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name.toUpperCase(Locale.ROOT), name)
                .map(n -> environment.getOrDefault(n, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Proxy proxy(String variable, String address) {
        try {
            URI uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw notAnAddress(variable, "it has no host, or more than a host and a port");
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : 80;
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (URISyntaxException e) {
            throw notAnAddress(variable, e.getReason() + " at character " + (e.getIndex() + 1));
        } catch (IllegalArgumentException e) {
            throw notAnAddress(variable, "its port is out of range");
        }
    }

    /** Without what the variable holds: where that is no address, nobody can say which of its characters are a password. */
    private static DataException notAnAddress(String variable, String reason) {
        return new DataException("The environment variable " + variable.toUpperCase(Locale.ROOT) + " or " + variable
                + " names a proxy by what is not an address: " + reason
                + ". Its value is not shown, since it may hold a password. Expected one such as"
                + " http://proxy.example:3128, without a name and a password.");
    }
}
