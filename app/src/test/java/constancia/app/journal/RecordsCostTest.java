package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Shell;
import constancia.kernel.Event;
import constancia.kernel.Rectified;
import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import constancia.kernel.institutions.InstitutionEvent.InstitutionRegistered;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.history.Cuts;
import constancia.query.history.Journal;
import constancia.query.history.Records;
import constancia.query.history.Records.Filter;
import constancia.query.history.Summaries;
import constancia.query.history.Views;
import constancia.query.institutions.InstitutionView;
import constancia.query.tables.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** Rare records are found behind many others without reading these. */
class RecordsCostTest {

    private static final int PAGE = 1_000;
    private static final int PAGES = 10;
    /** PostgreSQL's driver has a statement prepared when it comes for the fifth time, and PostgreSQL thinks of one plan for all after five more. */
    private static final int PREPARED = 12;
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    @Test
    void a_page_of_rare_records_does_not_read_the_others() {
        try (var journal = TestJournal.fresh()) {
            var item = UUID.randomUUID();
            append(journal, item, new InstitutionRegistered("Una institución", null, InstitutionKind.STATE, null, List.of(), null, TODAY.minusDays(40)),
                    new AliasAdded("Una", TODAY), new Rectified(2, new AliasAdded("Otra", TODAY), TODAY));
            for (int i = 0; i < PAGES; i++) {
                append(journal, UUID.randomUUID(), IntStream.range(0, PAGE).mapToObj(n -> new AliasAdded("Alias " + n, TODAY)).toArray(Event[]::new));
            }
            journal.number();
            journal.forger.sql("analyze journal.event, journal.ledger").update();
            finds(journal, new Filter(0, List.of(), List.of(), List.of("Rectified"), null), 3);
            finds(journal, new Filter(0, List.of("institution"), List.of(), List.of("Rectified", "InstitutionDeactivated"), null), 3);
            finds(journal, new Filter(0, List.of(), List.of(), List.of(), 30), 1);
            finds(journal, new Filter(0, List.of(), List.of(), List.of("InstitutionRegistered"), 30), 1);
            finds(journal, new Filter(2, List.of(), List.of(), List.of("Rectified"), null), 3);
        }
    }

    private static void append(TestJournal journal, UUID item, Event... events) {
        journal.command.executeWithoutResult(status -> journal.engine.appendEvents(IntStream.range(0, events.length).mapToObj(n ->
                new GenericDomainEventMessage<>("institution", item.toString(), n, events[n], MetaData.with(Shell.BY, TestJournal.BY))).toList()));
    }

    private static void finds(TestJournal journal, Filter filter, int n) {
        var db = journal.commandDb;
        var records = new Records(db, new Journal(db), new Views(List.of(new InstitutionView())), new Cuts(db, Clock.systemUTC(), Sequencer.LOCK), new Summaries(),
                (reader, question, seen) -> {});
        var reader = new Reader(Authority.administrator("admin"));
        for (int i = 0; i < PREPARED; i++) {
            journal.command.executeWithoutResult(status -> {
                long before = rowsRead(journal);
                var page = records.page(reader, filter, new PageRequest(null, 50, true), Locale.ENGLISH);
                assertThat(page.items()).singleElement().satisfies(record -> assertThat(record.n()).isEqualTo(n));
                assertThat(page.total()).isOne();
                assertThat(rowsRead(journal) - before).as("%s", filter).isBetween(1L, 100L);
            });
        }
    }

    /** What this connection read and has not told the statistics of the server yet. */
    private static long rowsRead(TestJournal journal) {
        return journal.commandDb.sql("""
                select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_user_tables
                where schemaname = 'journal' and relname in ('event', 'ledger')""").query(Long.class).single();
    }
}
