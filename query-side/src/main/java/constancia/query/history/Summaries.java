package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.Rectified;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells a record in one sentence, in the reader's language; the sentences stand beside each view. */
public final class Summaries {

    public <E extends Event> String of(View<E, ?> view, Event event, Names names, Locale locale) {
        if (event instanceof Rectified rectified) {
            List<Object> gaps = rectified.replacement() == null ? List.of(String.valueOf(rectified.record()), 0, "")
                    : List.of(String.valueOf(rectified.record()), 1, of(view, rectified.replacement(), names, locale));
            return sentence(Summaries.class, event, gaps, locale);
        }
        return sentence(view.getClass(), event, view.summary(view.events().cast(event), names), locale);
    }

    private static String sentence(Class<?> beside, Event event, List<Object> gaps, Locale locale) {
        var bundle = bundle(beside, "summaries", locale);
        return Covered.told(new MessageFormat(bundle.getString(EventTypes.nameOf(event)), locale).format(gaps.toArray()), own(locale).getString("covered"));
    }

    /** In the place of a record of which nothing may be told. */
    String reserved(Locale locale) {
        return own(locale).getString(Withheld.TYPE);
    }

    private static ResourceBundle own(Locale locale) {
        return bundle(Summaries.class, "withheld", locale);
    }

    private static ResourceBundle bundle(Class<?> beside, String name, Locale locale) {
        return ResourceBundle.getBundle(beside.getPackageName() + "." + name, locale, beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
