package constancia.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, follows nothing by itself and sends the forms of the page that it sees. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final Map<String, String> cookies = new TreeMap<>();
    private String page = "";

    record Seen(int status, String page, HttpHeaders headers) {

        /** All values of it, or nothing. */
        String header(String name) {
            return String.join(", ", headers.allValues(name));
        }

        String location() {
            return header("location");
        }

        List<String> set() {
            return headers.allValues("set-cookie");
        }
    }

    Seen get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** The form of the page that was seen last. */
    Seen post(String url, Map<String, String> fields) {
        var token = TOKEN.matcher(page);
        var all = new TreeMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return bare(url, all, Map.of());
    }

    /** Nothing but these fields and headers. */
    Seen bare(String url, Map<String, String> fields, Map<String, String> headers) {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private Seen send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(cookie -> {
                var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            });
            page = response.body();
            return new Seen(response.statusCode(), page, response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
