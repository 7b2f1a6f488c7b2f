package constancia.app;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.journal.Wake;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Binding;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import constancia.web.security.TokenDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole register over a database of its own, asked through HTTP like any program asks it. Most tests share one per JVM. */
public final class HttpRegister implements AutoCloseable {

    /** Of the account {@code admin}. */
    public static final String PASSWORD = "una contraseña de prueba";

    /** Of second factors; nodes over one database share it. */
    public static final String KEY = "bGEgY2xhdmUgZGUgbGFzIHBydWViYXMsIGRlIDMyIGI=";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static HttpRegister shared;

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final String url;
    private final String token;

    private HttpRegister(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
        this.url = "http://127.0.0.1:" + port();
        this.token = token();
    }

    private HttpRegister(HttpRegister register, String token) {
        this.database = register.database;
        this.context = register.context;
        this.url = register.url;
        this.token = token;
    }

    /** The same register, asked by an account of that name that holds these roles and no others. */
    public HttpRegister as(String account, Binding... roles) {
        var db = bean("workDb", JdbcClient.class);
        db.sql("insert into journal.account (name) values (:name) on conflict do nothing").param("name", account).update();
        for (var role : roles) {
            db.sql("""
                    insert into journal.role_binding (id, account, role, bound_kind, bound_to, from_on, granted_by)
                    values (gen_random_uuid(), :account, :role, :kind, :to, '2000-01-01', 'system:test')""")
                    .param("account", account).param("role", role.role().word()).param("kind", kind(role.to()))
                    .param("to", role.to() == null ? null : role.to().value()).update();
        }
        bean("accountsChanged", Wake.class).ring();
        return new HttpRegister(this, bean(TokenDesk.class).issue(account, TokenDesk.Wanted.USUAL).token());
    }

    private static @Nullable String kind(@Nullable ItemId to) {
        return switch (to) {
            case null -> null;
            case BodyId _ -> "body";
            case PlanId _ -> "plan";
            case InstitutionId _ -> "institution";
            default -> throw new IllegalArgumentException("No role is bound to " + to);
        };
    }

    /** What came back. */
    public record Reply(int status, JsonNode body, Map<String, String> headers) {

        public String text(String field) {
            return body.get(field).asString();
        }

        public String id() {
            return text("id");
        }

        public Reply is(int expected) {
            assertThat(status).as(body::toString).isEqualTo(expected);
            return this;
        }

        /** A refusal with its code, and its sentence in the language that was asked for. */
        public Reply says(int expected, String code, String detail) {
            is(expected);
            assertThat(text("code")).isEqualTo(code);
            assertThat(text("detail")).isEqualTo(detail);
            return this;
        }
    }

    public static synchronized HttpRegister shared() {
        if (shared == null) {
            shared = on(TestPostgres.newDurableDatabase());
        }
        return shared;
    }

    /** A node of its own over that database. */
    public static HttpRegister on(TestDatabase database, String... more) {
        return at(0, database, more);
    }

    /** One that listens there. */
    public static HttpRegister at(int port, TestDatabase database, String... more) {
        var node = new HttpRegister(database, new SpringApplicationBuilder(Application.class).run(Stream.concat(Stream.of(more), Stream.of("--server.port=" + port,
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.app().user(),
                "--spring.datasource.password=" + database.app().password(), "--spring.flyway.user=" + database.owner().user(),
                "--spring.flyway.password=" + database.owner().password(), "--constancia.admin-password=" + PASSWORD,
                "--constancia.second-factor-key=" + KEY,
                "--constancia.calendar-pause=30d")).toArray(String[]::new)));
        TestPostgres.beforeItStops(node::close);
        return node;
    }

    /** Where it listens, for what a well-behaved client cannot send. */
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public String bearer() {
        return "Bearer " + token;
    }

    /** One that nobody has ended yet. */
    public String newBearer() {
        return "Bearer " + token();
    }

    public String url() {
        return url;
    }

    public TestDatabase database() {
        return database;
    }

    /** The address of a page. */
    public String url(String path) {
        return url + path;
    }

    /** A part of the running register, for what cannot be asked through HTTP. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of the running register whose classes are in that package or below. */
    public Stream<Object> beans(String inPackage) {
        return Stream.of(context.getBeanDefinitionNames()).filter(name -> context.getType(name) instanceof Class<?> type && type.getPackageName().startsWith(inPackage)).map(context::getBean);
    }

    /** How many records accounts have made; policies and the calendar may record meanwhile. */
    public long recorded() {
        return bean(JdbcClient.class).sql("select count(*) from journal.event where position('system:' in convert_from(metadata, 'UTF8')) = 0").query(Long.class).single();
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }

    public Reply get(String path) {
        return send("GET", path, null, "es");
    }

    /** With that token and nothing else. */
    public Reply under(String token, String method, String path) {
        return reply(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token).method(method, HttpRequest.BodyPublishers.noBody()).build());
    }

    /** As somebody who is not signed in. */
    public Reply anonymous(String path) {
        return withToken(null, "GET", path);
    }

    /** With that token and an empty body. */
    public Reply withToken(@Nullable String token, String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).method(method, HttpRequest.BodyPublishers.noBody());
        return reply(token == null ? request.build() : request.header("Authorization", "Bearer " + token).build());
    }

    public Reply post(String path, String body) {
        return post(path, body, "es");
    }

    public Reply post(String path, String body, String language) {
        return send("POST", path, body.replace('\'', '"'), language);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, "es");
    }

    public Reply delete(String path, String body) {
        return send("DELETE", path, body.replace('\'', '"'), "es");
    }

    public Reply patch(String path, String body) {
        return send("PATCH", path, body.replace('\'', '"'), "es");
    }

    /** What is given to be saved, as it is. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A creation under an idempotency key. */
    public Reply post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body.replace('\'', '"'), "es", headers);
    }

    /** A file and other fields as a form in parts; a null file is not sent. */
    public Reply upload(String path, String fileName, byte @Nullable [] file, Map<String, String> fields, String language) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        if (file != null) {
            part(body, "name=\"file\"; filename=\"" + fileName + "\"", file);
        }
        body.writeBytes("--parte--\r\n".getBytes(StandardCharsets.UTF_8));
        return reply(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token).header("Accept-Language", language)
                .header("Content-Type", "multipart/form-data; boundary=parte").POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--parte\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of a document with that text, which the register has from now on. */
    public String document(String text) {
        return upload("/api/documents", "documento.txt", text.getBytes(StandardCharsets.UTF_8), Map.of(), "es").is(201).text("sha256");
    }

    /** That id, under which the directory has a person from now on. */
    public String person(String id) {
        var entered = post("/api/persons", "{'id':'" + id + "','name':'Persona de prueba'}");
        assertThat(entered.status()).as(entered.body()::toString).isIn(201, 409);
        return id;
    }

    /** A list that contains the write that {@code written} acknowledges. */
    public JsonNode list(String path, Reply written) {
        return get(path + (path.contains("?") ? "&" : "?") + "after=" + written.text("token")).is(200).body();
    }

    private Reply send(String method, String path, String body, String language) {
        return send(method, path, body, language, Map.of());
    }

    /** A body as it is, under these headers; they take the place of the usual ones. */
    public Reply exactly(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, "es", headers);
    }

    /** The same list or item in that language. */
    public Reply get(String path, String language) {
        return send("GET", path, null, language);
    }

    private Reply send(String method, String path, String body, String language, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token).header("Accept-Language", language)
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return reply(request.build());
    }

    /** Of the administrator, also where a password alone is not enough. */
    private String token() {
        return bean(TokenDesk.class).issue("admin", TokenDesk.Wanted.USUAL).token();
    }

    private static Reply reply(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var headers = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
            return new Reply(response.statusCode(), JSON.readTree(response.body()), headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
