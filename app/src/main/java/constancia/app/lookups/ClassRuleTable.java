package constancia.app.lookups;

import constancia.command.reserve.ClassRulebook;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.rights.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated rules of the classes. */
@Component
final class ClassRuleTable implements ClassRulebook {

    private final JdbcClient db;

    ClassRuleTable(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    @Override
    public void set(NewClassRule rule, LocalDate today, String account) {
        if (rule.classification() == ItemClass.PUBLIC) {
            throw new Invalid("class", "public-has-no-rules");
        }
        if (rule.since().isBefore(today)) {
            throw new Invalid("since", "rule-in-past", today);
        }
        if ((rule.years() == null) != (rule.extension() == null)) {
            throw new Invalid(rule.years() == null ? "years" : "extension", "required");
        }
        var seenBy = Stream.concat(Stream.of(Role.ADMINISTRATOR.word()), rule.seenBy().stream().filter(seer -> !seer.role().equals(Role.ADMINISTRATOR.word()))
                .map(seer -> seer.withinScope() ? seer.role() + ":scope" : seer.role())).distinct().toArray(String[]::new);
        Taken.unless(Map.of("class_rule_pkey", new Refused("class-rule-exists", rule.since())), () -> db.sql("""
                insert into journal.class_rule (class, since, needs, years, extension, seen_by, recorded_by)
                values (:class, :since, :needs, :years, :extension, :seenBy, :account)""")
                .param("class", rule.classification().word()).param("since", rule.since()).param("needs", rule.needs().stream().map(ClassNeed::word).distinct().toArray(String[]::new))
                .param("years", rule.years()).param("extension", rule.extension()).param("seenBy", seenBy).param("account", account).update());
    }
}
