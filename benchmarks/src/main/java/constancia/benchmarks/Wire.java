package constancia.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One HTTP connection of one client, kept alive for as long as the register keeps it. As lean as can be: client and register share the machine, and what
 * the client burns is missing at the register.
 */
final class Wire implements AutoCloseable {

    /** @param bytes of the body as they came */
    record Reply(int status, String body, int bytes) {}

    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean ended;
    private final byte[] buffer = new byte[16_384];
    private int from;
    private int until;

    Wire(int port, String authorization) throws IOException {
        this(port, authorization.isEmpty() ? List.of() : List.of("Authorization: " + authorization));
    }

    /** @param lines headers that go with each request */
    Wire(int port, List<String> lines) throws IOException {
        this.port = port;
        headers = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
        open();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        ended = false;
    }

    /** @param body JSON; null for none */
    Reply send(String method, String path, String body) throws IOException {
        if (ended) {
            socket.close();
            open();
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + headers + (body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n") + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        out.write(whole);
        return reply();
    }

    private Reply reply() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                ended = lower.endsWith("close");
            }
        }
        byte[] body = chunked ? chunks() : bytes(length);
        return new Reply(status, new String(body, StandardCharsets.UTF_8), body.length);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            require();
            int more = Math.min(count - done, until - from);
            System.arraycopy(buffer, from, bytes, done, more);
            from += more;
            done += more;
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            require();
            char next = (char) (buffer[from++] & 0xff);
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void require() throws IOException {
        if (from == until) {
            from = 0;
            until = in.read(buffer);
            if (until < 0) {
                until = 0;
                throw new EOFException("The register closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
