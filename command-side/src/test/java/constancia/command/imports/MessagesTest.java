package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void every_code_has_one_sentence_and_no_sentence_is_left_over(String language) throws IOException {
        var sentences = new Properties();
        try (var in = UnreadableFile.class.getResourceAsStream("messages-imports_" + language + ".properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> codes = Stream.of(Arrays.stream(UnreadableFile.Problem.values()).map(p -> "unreadable." + p.code()),
            Arrays.stream(Notice.Kind.values()).map(k -> "notice." + k.code()), Arrays.stream(Question.Kind.values()).map(k -> "question." + k.word()),
            Arrays.stream(InstitutionKind.values()).map(k -> "kind." + k.word()), Arrays.stream(ImportKind.values()).map(k -> "rows." + k.word()),
            Arrays.stream(BodyKind.values()).map(k -> "body." + k.word()), Arrays.stream(SeatRole.values()).map(k -> "seat." + k.word()),
            Arrays.stream(Likeness.Why.values()).map(k -> "alike." + k.word()), Stream.of("alike.name", "alike.names")).flatMap(all -> all).collect(Collectors.toSet());
        assertThat(sentences.stringPropertyNames().stream().filter(key -> !key.startsWith("choice.") && key.contains("."))).containsExactlyInAnyOrderElementsOf(codes);
        sentences.keySet().removeIf(key -> ((String) key).matches("(?:kind|rows|body|seat|alike)\\..*"));
        assertThat(sentences.values()).allSatisfy(s -> {
            String shown = new MessageFormat((String) s).format(new Object[] {"a", "b", "c", "d", "e"});
            assertThat(shown).matches("(?s).*[.?]").doesNotContain("{");
            assertThat((String) s).doesNotContain("'");
        });
    }
}
