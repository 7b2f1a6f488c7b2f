package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells a record in one sentence, in the reader's language; the sentences stand beside each view. */
public final class Summaries {

    public <E extends Event> String of(View<E, ?> view, Event event, Names names, Locale locale) {
        var bundle = ResourceBundle.getBundle(view.getClass().getPackageName() + ".summaries", locale, view.getClass().getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<Object> gaps = view.summary(view.events().cast(event), names);
        return new MessageFormat(bundle.getString(EventTypes.nameOf(event)), locale).format(gaps.toArray());
    }
}
