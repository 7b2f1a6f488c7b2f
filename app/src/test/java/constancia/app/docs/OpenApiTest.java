package constancia.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import constancia.query.tables.Page;
import constancia.web.Filters;
import constancia.web.openapi.Description;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description says what Spring serves, all of it and nothing else. */
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> SCHEMA_WORDS = Set.of("type", "format", "enum", "items", "properties", "required", "additionalProperties", "description",
            "minLength", "maxLength", "minimum", "maximum", "multipleOf", "maxItems", "pattern", "examples", "oneOf", "$ref", "default", "contentEncoding",
            "contentMediaType");

    private final RequestMappingHandlerMapping routes = Routes.all();
    private final JsonNode document = JSON.valueToTree(Description.of(routes));

    @Test
    void the_page_in_the_repository_is_the_one_that_is_served() {
        Generated.compare("docs/openapi.json", JSON.writeValueAsString(document) + "\n");
    }

    @Test
    void every_route_is_described() {
        var described = new HashSet<String>();
        forEachOperation((method, path, operation) -> described.add(method.toUpperCase() + " " + pattern(method.toUpperCase(), path)));
        var served = new TreeSet<String>();
        routes.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern -> info.getMethodsCondition().getMethods().forEach(method -> served.add(method + " " + pattern))));
        assertThat(described).containsExactlyInAnyOrderElementsOf(served);
        assertThat(served).hasSizeGreaterThan(10);
    }

    @Test
    void every_handler_under_api_says_its_method() {
        assertThat(routes.getHandlerMethods().keySet()).allMatch(info -> !info.getMethodsCondition().getMethods().isEmpty());
    }

    @Test
    void every_list_says_its_parameters() {
        routes.getHandlerMethods().forEach((info, handler) -> {
            boolean list = handler.getMethod().getGenericReturnType() instanceof ParameterizedType entity
                    && entity.getActualTypeArguments()[0] instanceof ParameterizedType page && page.getRawType() == Page.class;
            boolean ofOneItemOrTheLedger = info.getPatternValues().stream().anyMatch(path -> path.endsWith("/history") || path.startsWith("/api/ledger/"));
            if (list && !ofOneItemOrTheLedger) {
                assertThat(handler.getMethodAnnotation(Filters.class)).as("%s", info).isNotNull();
            }
        });
    }

    /** One word says enough if the glossary has it. A problem and a receipt are what every program meets. */
    @Test
    void a_schema_with_a_name_of_one_word_is_in_the_glossary() {
        var words = new HashSet<>(Set.of("Problem", "Receipt", "Rectify"));
        Pattern.compile("(?m)^\\| (\\w+) \\|").matcher(Repository.read(Repository.root().resolve("docs/glossary.md"))).results().forEach(found -> words.add(found.group(1)));
        assertThat(document.at("/components/schemas").propertyNames()).filteredOn(name -> name.matches("[A-Z][a-z]+")).hasSizeGreaterThan(5).allMatch(words::contains);
    }

    @Test
    void every_operation_is_whole() {
        var ids = new ArrayList<String>();
        forEachOperation((method, path, operation) -> {
            ids.add(operation.get("operationId").stringValue());
            assertThat(operation.get("responses").propertyNames()).as("%s %s", method, path).anyMatch(status -> status.startsWith("2"));
            var placeholders = new TreeSet<String>();
            Pattern.compile("\\{(\\w+)}").matcher(path).results().forEach(found -> placeholders.add(found.group(1)));
            var parameters = new TreeSet<String>();
            operation.get("parameters").forEach(parameter -> {
                if (parameter.path("in").stringValue("").equals("path")) {
                    parameters.add(parameter.get("name").stringValue());
                }
            });
            assertThat(parameters).as("%s %s", method, path).isEqualTo(placeholders);
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_referred_to() {
        var references = new TreeSet<String>();
        collect(document, references);
        references.forEach(reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
        document.get("components").properties().stream().filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue().propertyNames().forEach(name -> assertThat(references).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void schemas_use_the_words_of_schemas_and_require_what_they_have() {
        document.at("/components/schemas").properties().forEach(schema -> check(schema.getKey(), schema.getValue()));
    }

    private void check(String name, JsonNode schema) {
        assertThat(SCHEMA_WORDS).as(name).containsAll(schema.propertyNames());
        schema.path("required").forEach(required -> assertThat(schema.get("properties").has(required.stringValue())).as("%s/%s", name, required).isTrue());
        schema.path("properties").properties().forEach(property -> check(name + "/" + property.getKey(), property.getValue()));
        if (schema.has("items")) {
            check(name + "[]", schema.get("items"));
        }
        schema.path("oneOf").forEach(one -> check(name, one));
        if (schema.has("pattern")) {
            assertThat(schema.at("/examples/0").stringValue("")).as(name).matches(schema.get("pattern").stringValue());
        }
    }

    private interface Operation {
        void accept(String method, String path, JsonNode operation);
    }

    private void forEachOperation(Operation each) {
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> each.accept(method.getKey(), path.getKey(), method.getValue())));
    }

    /** The pattern under which Spring serves the path. */
    private String pattern(String method, String path) {
        var request = new MockHttpServletRequest(method, path.replace("{id}", "0197c1c0-0000-7000-8000-000000000000").replace("{n}", "1").replaceAll("\\{\\w+}", "x"));
        request.setContentType(path.matches("/api/(imports|documents)") ? "multipart/form-data" : "application/json");
        ServletRequestPathUtils.parseAndCache(request);
        return routes.getHandlerMethods().keySet().stream().map(info -> info.getMatchingCondition(request)).filter(Objects::nonNull)
                .min((one, other) -> one.compareTo(other, request)).map(info -> info.getPatternValues().iterator().next()).orElse("nothing at " + path);
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").stringValue());
        }
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        children.forEach(child -> collect(child, references));
    }
}
