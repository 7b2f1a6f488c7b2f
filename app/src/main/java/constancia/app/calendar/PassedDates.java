package constancia.app.calendar;

import constancia.command.policies.WhenDatesPass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which items have a date that is over and not yet on record as passed? As the tables know it: they may be behind, so an
 * item that is found here may have nothing to record, and one that is not found yet will be.
 */
@Component
class PassedDates {

    record Found(UUID item, LocalDate day) {}

    private static final String RESERVES = "select distinct item, until_on as day from journal.reserve where kind in (%s) and not lapsed";

    private final JdbcClient db;

    PassedDates(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    /** The next ones, by their dates, after {@code last} or from the first. */
    List<Found> before(LocalDate today, WhenDatesPass kind, @Nullable Found last, int most) {
        var after = last == null ? new Found(new UUID(0, 0), LocalDate.of(1, 1, 1)) : last;
        return db.sql("""
                select d.item, d.day from (%s) d
                where d.day < :today and (d.day, d.item) > (:day, :item)
                    and not exists (select 1 from journal.passed p where p.item = d.item and p.kind = :kind and p.day = d.day)
                order by d.day, d.item limit :most""".formatted(dates(kind)))
                .param("today", today).param("day", after.day()).param("item", after.item()).param("kind", word(kind)).param("most", most)
                .query((row, line) -> new Found(row.getObject("item", UUID.class), row.getObject("day", LocalDate.class))).list();
    }

    @Nullable LocalDate next(LocalDate from) {
        var all = Arrays.stream(WhenDatesPass.values()).map(PassedDates::dates).collect(Collectors.joining(" union all "));
        return db.sql("select min(d.day) from (%s) d where d.day >= :from".formatted(all)).param("from", from).query(LocalDate.class).optional().orElse(null);
    }

    private static String dates(WhenDatesPass kind) {
        return switch (kind) {
            case DUE_DATE -> "select id as item, due_on as day from view.actions where owed";
            case VALIDITY -> "select id as item, valid_until as day from view.agreements where end_status is null and in_force_since <= valid_until";
            case RESERVE -> RESERVES.formatted("'agreement'");
            case MEETING_RESERVE -> RESERVES.formatted("'meeting', 'deliberation'");
            case CASE_FILE_RESERVE -> RESERVES.formatted("'case-file'");
        };
    }

    private static String word(WhenDatesPass kind) {
        return switch (kind) {
            case DUE_DATE -> "due-date";
            case VALIDITY -> "validity";
            case RESERVE, MEETING_RESERVE, CASE_FILE_RESERVE -> "reserve";
        };
    }
}
