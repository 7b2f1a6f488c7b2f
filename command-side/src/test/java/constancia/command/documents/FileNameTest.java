package constancia.command.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Acta n.º 1.pdf; Acta n.º 1.pdf",
        "../../etc/acta.pdf; acta.pdf",
        "C:\\Users\\ana\\acta.pdf; acta.pdf",
        "actaBIDIfdp.exe.pdf; actafdp.exe.pdf",
        "aNULcBELLtTHINa.pdf; acta.pdf",
        "a<c>t:a|*?QUOTE.pdf; acta.pdf",
        "  .acta   final .  pdf; acta final . pdf",
        "ResolucioACUTEn.pdf; Resolución.pdf",
        "...; documento",
        ".pdf; pdf"})
    void a_name_is_kept_without_what_cannot_be_seen_or_leads_elsewhere(String given, String kept) {
        assertThat(FileName.of(given.replace("BIDI", "\u202E").replace("NUL", "\0").replace("BELL", "\u0007").replace("THIN", "\u200B").replace("QUOTE", "\"").replace("ACUTE", "\u0301"))).isEqualTo(kept);
    }

    @Test
    void it_has_at_most_200_signs_and_keeps_its_end() {
        assertThat(FileName.of("á".repeat(300) + ".pdf")).isEqualTo("á".repeat(196) + ".pdf");
        assertThat(FileName.of("😀".repeat(300) + ".docx").codePoints().count()).isEqualTo(200);
    }
}
