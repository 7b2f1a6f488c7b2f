package constancia.web;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences people read, in Spanish or English; those of refusals stand beside the rules that refuse. */
public final class Messages {

    public static final Locale SPANISH = Locale.of("es");

    private static final List<String> BUNDLES = List.of("constancia.command.refusals", "constancia.command.institutions.refusals",
            "constancia.command.bodies.refusals", "constancia.command.plans.refusals", "constancia.command.actions.refusals",
            "constancia.command.agreements.refusals", "constancia.command.meetings.refusals", "constancia.command.casefiles.refusals",
            "constancia.command.indicators.refusals", "constancia.command.risks.refusals", "constancia.command.territories.refusals",
            "constancia.command.imports.messages-imports",
            "constancia.web.messages", "constancia.web.security.pages");

    /** @param plain what it says when nothing has to be filled in, as most of a page's hundreds */
    private record Sentence(MessageFormat format, @Nullable String plain) {

        private static Sentence of(String pattern, Locale locale) {
            var format = new MessageFormat(pattern, locale);
            return new Sentence(format, format.getFormats().length == 0 ? format.format(new Object[0]) : null);
        }

        private String with(Object[] args) {
            // a format is of one thread at a time
            return plain != null ? plain : ((MessageFormat) format.clone()).format(args);
        }
    }

    /** By its code, of each language read once. */
    private final Map<Locale, Map<String, Sentence>> sentences = Map.of(SPANISH, sentences(SPANISH), Locale.ENGLISH, sentences(Locale.ENGLISH));

    private static Map<String, Sentence> sentences(Locale locale) {
        var sentences = new HashMap<String, Sentence>();
        for (var name : BUNDLES) {
            var bundle = ResourceBundle.getBundle(name, locale, Messages.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(code -> sentences.putIfAbsent(code, Sentence.of(bundle.getString(code), locale)));
        }
        return sentences;
    }

    /** @throws MissingResourceException no bundle has a sentence for that code */
    public String of(String code, List<Object> args, Locale locale) {
        var sentence = sentences.get(supported(locale)).get(code);
        if (sentence == null) {
            throw new MissingResourceException("No sentence for " + code, Messages.class.getName(), code);
        }
        return sentence.with(args.stream().map(arg -> shown(arg, locale)).toArray());
    }

    /** The reader's language: Spanish unless the request asks for English. */
    public static Locale of(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? SPANISH : supported(request.getLocale());
    }

    public static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : SPANISH;
    }

    private Object shown(Object arg, Locale locale) {
        if (arg instanceof Refused refused) {
            return of(refused.code(), refused.args(), locale);
        }
        if (arg instanceof Invalid invalid) {
            return of(invalid.code(), invalid.args(), locale);
        }
        return arg instanceof Integer || arg instanceof Long || arg instanceof java.time.temporal.Temporal ? String.valueOf(arg) : arg;
    }
}
