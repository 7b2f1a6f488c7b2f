package constancia.web.pages;

import java.text.MessageFormat;
import java.util.Locale;
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
        var texts = new ResourceBundleMessageSource() {
            @Override
            protected MessageFormat createMessageFormat(String text, Locale locale) {
                return super.createMessageFormat(text, locale.getLanguage().equals("es") ? Formats.SPANISH : locale);
            }
        };
        texts.setBasenames("constancia.web.pages.texts", "constancia.web.pages.fields", "constancia.web.pages.commands", "constancia.web.pages.words");
        texts.setParentMessageSource(sentences);
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.of("es"));
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
