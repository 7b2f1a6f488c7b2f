package constancia.app.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are and reads what comes back: no client library would let such requests out. One connection, opened again when the register closes it. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    public RawHttp(int port) {
        this.port = port;
    }

    /** What came back; header names in small letters, those that came twice joined by a comma. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** A request with the headers that HTTP asks for; a null body is not sent. */
    public Answer ask(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return send(bytes.toByteArray(), method.equals("HEAD"));
    }

    /** @param bodiless an answer without a body although it tells the length of one, as to HEAD */
    public Answer send(byte[] request, boolean bodiless) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request, bodiless);
        } catch (IOException closedMeanwhile) {
            close();
            if (fresh) {
                throw closedMeanwhile;
            }
            return exchange(request, bodiless);
        }
    }

    private Answer exchange(byte[] request, boolean bodiless) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        var status = line();
        while (status.contains(" 100")) {
            line();
            status = line();
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        int code = Integer.parseInt(status.split(" ")[1]);
        var body = bodiless || code == 204 || code == 304 ? new byte[0] : body(headers);
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Answer(code, headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            var body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        return headers.containsKey("content-length") ? exactly(Integer.parseInt(headers.get("content-length"))) : in.readAllBytes();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer broke off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
