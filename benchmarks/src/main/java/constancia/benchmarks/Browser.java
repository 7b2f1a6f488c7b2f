package constancia.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The administrator before a browser: signed in by the form, with the cookies of that session, taking compressed answers. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg))(?:#[^\"]*)?\"");

    private static final Pattern NAVIGATION = Pattern.compile("<nav class=\"main-nav\".*?</nav>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final Map<String, String> cookies = new TreeMap<>();
    private final int port;

    private Browser(int port) {
        this.port = port;
    }

    static Browser signedIn(Register register) throws IOException, InterruptedException {
        var browser = new Browser(register.port);
        var form = TOKEN.matcher(browser.page("/entrar"));
        if (!form.find()) {
            throw new IOException("The form to sign in has no token");
        }
        var fields = "_csrf=" + encoded(form.group(1)) + "&account=admin&password=" + encoded(Register.PASSWORD);
        var answer = browser.send(browser.at("/entrar").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(fields)), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3 || answer.headers().firstValue("Location").orElse("").contains("/entrar")) {
            throw new IOException("Signing in answered " + answer.statusCode() + ": " + answer.body());
        }
        return browser;
    }

    /** A connection that carries the session. */
    Wire connect() throws IOException {
        return new Wire(port, List.of("Accept-Encoding: gzip", "Accept-Language: es", "Cookie: " + cookies()));
    }

    String page(String path) throws IOException, InterruptedException {
        return send(at(path), BodyHandlers.ofString()).body();
    }

    /** To where the navigation leads. */
    List<String> places() throws IOException, InterruptedException {
        var navigation = NAVIGATION.matcher(page("/"));
        return navigation.find() ? LINK.matcher(navigation.group()).results().map(link -> link.group(1)).toList() : List.of();
    }

    /** What the style, the scripts and the icon of a page weigh on the way, of who has none of them yet. */
    int parts(String path) throws IOException, InterruptedException {
        var seen = new HashSet<String>();
        int bytes = 0;
        for (var part = PART.matcher(page(path)); part.find(); ) {
            if (seen.add(part.group(1))) {
                bytes += send(at(part.group(1)).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray()).body().length;
            }
        }
        return bytes;
    }

    /** A browser takes the loopback for safe, and sends there what it sends over HTTPS alone elsewhere. */
    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException, InterruptedException {
        var answer = HTTP.send(cookies.isEmpty() ? request.build() : request.header("Cookie", cookies()).build(), body);
        answer.headers().allValues("set-cookie").forEach(cookie -> {
            var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    private String cookies() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
