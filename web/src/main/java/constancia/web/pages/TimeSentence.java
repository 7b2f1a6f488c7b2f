package constancia.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a line of time shows of an action, for the ear: one sentence. */
@Component
final class TimeSentence {

    private final MessageSource texts;
    private final Formats formats;

    TimeSentence(MessageSource texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** @param row of the schedules */
    String of(Map<String, Object> row) {
        var said = new ArrayList<String>();
        var due = TimeBar.inner(row, "schedule", "dueOn");
        var first = TimeBar.inner(row, "baseline", "dueOn");
        said.add(due == null ? text("line.undated") : due.equals(first) || first == null ? text("line.due", formats.date(due)) : text("line.moved", formats.date(first), formats.date(due)));
        if (((List<?>) row.get("conditions")).contains("overdue")) {
            said.add(text("line.overdue", formats.distance(due)));
        }
        if (row.get("percent") != null) {
            said.add(text("line.reported", row.get("percent")));
        }
        var granted = Answered.maps(row.get("extensions")).stream().filter(extension -> "granted".equals(extension.get("status"))).count();
        if (granted > 0) {
            said.add(text("line.extensions", granted));
        }
        Answered.maps(row.get("impediments")).stream().filter(one -> one.get("resolvedOn") == null).findFirst()
                .ifPresent(one -> said.add(text("line.blocked", formats.date(one.get("reportedOn")))));
        Answered.maps(row.get("milestones")).forEach(one -> said.add(milestone(one)));
        Answered.maps(row.get("deliveries")).forEach(one -> said.add(one.get("verifiedOn") == null ? text("line.delivered", formats.date(one.get("deliveredOn")))
                : text("line.verified", formats.date(one.get("deliveredOn")), formats.date(one.get("verifiedOn")))));
        var after = Answered.maps(row.get("predecessors"));
        if (!after.isEmpty()) {
            said.add(text("line.after", after.stream().map(one -> String.valueOf(one.get("title"))).collect(Collectors.joining(", "))));
        }
        return String.join("; ", said) + ".";
    }

    private String milestone(Map<String, Object> one) {
        if (one.get("reachedOn") != null) {
            return text("line.reached", one.get("title"), formats.date(one.get("reachedOn")));
        }
        return one.get("dueOn") == null ? text("line.milestone.undated", one.get("title"))
                : text((boolean) one.get("overdue") ? "line.milestone.overdue" : "line.milestone", one.get("title"), formats.date(one.get("dueOn")));
    }

    private String text(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
