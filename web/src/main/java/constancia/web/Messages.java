package constancia.web;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences people read, in Spanish or English; those of refusals stand beside the rules that refuse. */
public final class Messages {

    public static final Locale SPANISH = Locale.of("es");

    private static final List<String> BUNDLES = List.of("constancia.command.refusals", "constancia.command.institutions.refusals",
            "constancia.command.bodies.refusals", "constancia.command.plans.refusals", "constancia.command.actions.refusals",
            "constancia.command.agreements.refusals", "constancia.command.meetings.refusals", "constancia.command.casefiles.refusals",
            "constancia.command.indicators.refusals", "constancia.command.risks.refusals", "constancia.command.territories.refusals",
            "constancia.command.imports.messages-imports",
            "constancia.web.messages", "constancia.web.security.pages");

    /** @throws MissingResourceException no bundle has a sentence for that code */
    public String of(String code, List<Object> args, Locale locale) {
        for (var name : BUNDLES) {
            var bundle = ResourceBundle.getBundle(name, supported(locale), Messages.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            if (bundle.containsKey(code)) {
                return new MessageFormat(bundle.getString(code), supported(locale)).format(args.stream().map(arg -> shown(arg, locale)).toArray());
            }
        }
        throw new MissingResourceException("No sentence for " + code, Messages.class.getName(), code);
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
