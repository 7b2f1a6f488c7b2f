package constancia.web.pages;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.web.BadRequest;
import constancia.web.Messages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was wrong with a form, by its fields: under an empty name what is wrong with the whole of it. */
public final class Faults {

    private Faults() {}

    /** Does what the form asks; empty when it was done. */
    public static Map<String, String> of(Runnable attempt, HttpServletResponse response, Messages messages, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        try {
            attempt.run();
        } catch (BadRequest e) {
            e.problems().forEach(problem -> faults.putIfAbsent(problem.pointer().replaceFirst("^#/?", ""), messages.of(problem.code(), problem.args(), locale)));
            response.setStatus(422);
        } catch (Invalid e) {
            faults.put(e.field(), messages.of(e.code(), e.args(), locale));
            response.setStatus(422);
        } catch (Refused e) {
            faults.put("", messages.of(e.code(), List.copyOf(e.args()), locale));
            response.setStatus(409);
        }
        return faults;
    }
}
