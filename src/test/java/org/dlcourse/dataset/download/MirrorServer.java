package org.dlcourse.dataset.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of this machine that serves files as mirrors do, and fails as mirrors do. */
public final class MirrorServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    public MirrorServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers requests for this path; what each asked for is kept. */
    public URI serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(path + (range == null ? "" : " " + range));
            try (exchange) {
                handler.handle(exchange);
            } catch (InterruptedStall e) {
                Thread.currentThread().interrupt();
            }
        });
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** The paths asked for, each with its range if it had one. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Lets stalled answers go on. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    /** The file, or the range of it that is asked for. */
    public static HttpHandler file(byte[] content) {
        return exchange -> {
            int from = rangeStart(exchange);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            send(exchange, from > 0 ? 206 : 200, Arrays.copyOfRange(content, from, content.length));
        };
    }

    /** The whole file, whatever range is asked for. */
    static HttpHandler fileWithoutRanges(byte[] content) {
        return exchange -> send(exchange, 200, content);
    }

    static HttpHandler status(int status) {
        return exchange -> send(exchange, status, new byte[100]);
    }

    /** Breaks the connection after so many bytes of the file the first time, and serves it well from then on. */
    static HttpHandler cutOnce(byte[] content, int after) {
        CountDownLatch isFirst = new CountDownLatch(1);
        return exchange -> {
            if (isFirst.getCount() == 0) {
                file(content).handle(exchange);
                return;
            }
            isFirst.countDown();
            cut(content, after).handle(exchange);
        };
    }

    /** Breaks the connection every time, after so many bytes of what was asked for. */
    static HttpHandler cut(byte[] content, int after) {
        return exchange -> {
            int from = rangeStart(exchange);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            OutputStream body = exchange.getResponseBody();
            body.write(content, from, Math.min(after, content.length - from));
            body.flush();
        };
    }

    /** Sends so many bytes of the file, and no more until it is released. */
    HttpHandler stall(byte[] content, int after) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, after);
            body.flush();
            await();
            body.write(content, after, content.length - after);
        };
    }

    /** Accepts the request and says nothing until it is released. */
    HttpHandler silence() {
        return exchange -> await();
    }

    static HttpHandler redirect(URI to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to.toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Sends the file in chunks, without saying how long it is. */
    static HttpHandler chunked(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    private static int rangeStart(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new InterruptedStall();
        }
    }

    /** The server was closed while an answer was held back. */
    private static final class InterruptedStall extends RuntimeException {}
}
