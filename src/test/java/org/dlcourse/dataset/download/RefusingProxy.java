package org.dlcourse.dataset.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of this machine that gives one answer to all, tunnels to a mirror as well, which Java's own server does not know. */
public final class RefusingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Answers with this status and header lines, each with its end. */
    public RefusingProxy(String status, String headers) throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        answer = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n";
        Thread thread = new Thread(this::run, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that asks for a name and a password. */
    public static RefusingProxy askingForPassword() throws IOException {
        return new RefusingProxy("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
    }

    /** Host and port. */
    public String authority() {
        return "localhost:" + server.getLocalPort();
    }

    /** The first lines of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void run() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The client has gone, or the server was closed; its requests say what was asked.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String first = in.readLine();
        if (first == null) {
            return;
        }
        requests.add(first);
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
