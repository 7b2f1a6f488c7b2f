package constancia.web.pages;

import constancia.command.Forbidden;
import constancia.command.StaleVersion;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.query.NotAllowed;
import constancia.web.BadRequest;
import constancia.web.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Why what a form said is not on record, in the words of the rule.
 *
 * @param faults by the places of the fields; under the empty place what is no single field's
 */
public record Refusal(int status, Map<String, String> faults) {

    /** Of a form that was only asked for. */
    static final Refusal NONE = new Refusal(200, Map.of());

    private static final int FORBIDDEN = 403;
    private static final int STALE = 412;

    /** Whether it is for want of a right, and not for what was said. */
    boolean forbids() {
        return status == FORBIDDEN;
    }

    /** Whether the item has changed since the form was drawn. */
    boolean stale() {
        return status == STALE;
    }

    /** Tells refusals of every kind. */
    @Component
    static final class Teller {

        private final Messages messages;

        Teller(Messages messages) {
            this.messages = messages;
        }

        /** @throws RuntimeException that very failure, if it is none that the form can mend */
        Refusal of(RuntimeException failure, Locale locale) {
            return switch (failure) {
                case BadRequest e -> {
                    var faults = new LinkedHashMap<String, String>();
                    e.problems().forEach(problem -> faults.putIfAbsent(problem.pointer().replaceFirst("^#/?", ""), messages.of(problem.code(), problem.args(), locale)));
                    yield new Refusal(422, faults);
                }
                case Invalid e -> new Refusal(422, Map.of(e.field(), messages.of(e.code(), e.args(), locale)));
                case Refused e -> new Refusal(409, Map.of("", messages.of(e.code(), e.args(), locale)));
                case StaleVersion _ -> new Refusal(STALE, Map.of("", messages.of("changed-meanwhile", List.of(), locale)));
                case Forbidden e -> new Refusal(FORBIDDEN, Map.of("", messages.of(e.code(), e.args(), locale)));
                case NotAllowed _ -> new Refusal(FORBIDDEN, Map.of("", messages.of("forbidden", List.of(), locale)));
                default -> throw failure;
            };
        }
    }
}
