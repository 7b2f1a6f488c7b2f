package constancia.web.pages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of the pages, in Spanish and English; what they do not have is looked for among the sentences of all answers. */
@Configuration
class PageTexts {

    @Bean
    @Primary
    MessageSource messageSource(AbstractMessageSource sentences) {
        var texts = new Texts();
        texts.setBasenames("constancia.web.pages.texts", "constancia.web.pages.fields", "constancia.web.pages.commands", "constancia.web.pages.words");
        texts.setParentMessageSource(sentences);
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.of("es"));
        return texts;
    }

    private static final class Texts extends ResourceBundleMessageSource {

        private final Map<Locale, Map<String, String>> plain = new ConcurrentHashMap<>();

        @Override
        protected MessageFormat createMessageFormat(String text, Locale locale) {
            return super.createMessageFormat(text, locale.getLanguage().equals("es") ? Formats.SPANISH : locale);
        }

        /** Most of the hundreds on a page have nothing to fill in: they are written once. */
        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return plain.computeIfAbsent(locale, language -> new ConcurrentHashMap<>()).computeIfAbsent(code, absent -> {
                var format = resolveCode(code, locale);
                return format == null ? null : format.format(new Object[0]);
            });
        }
    }
}
