package constancia.query.agreements;

import static constancia.query.agreements.AgreementHistories.FIRST;
import static constancia.query.agreements.AgreementHistories.PARTIES;
import static constancia.query.agreements.AgreementHistories.fold;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.agreements.AgreementsList.Filter;
import constancia.query.agreements.AgreementsList.Relation;
import constancia.query.agreements.AgreementsList.Row;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementsTableTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final Filter.Prepared ANY = new Filter.Prepared(List.of(), List.of(), List.of(), List.of());
    static final Filter ALL = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, ANY, List.of(), List.of(), null);
    static final UUID COUNCIL = new UUID(1, 1);
    static final UUID MEETING = new UUID(1, 2);
    static final UUID TOPIC = new UUID(1, 3);
    static final UUID DECISION = new UUID(6, 1);
    static final UUID CONVENIO = new UUID(6, 2);
    static final UUID LETTER = new UUID(6, 3);
    static final LocalDate LATER = FIRST.plusDays(30);
    static final LocalDate LAST = FIRST.plusYears(1);

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies", "V6__agreements", "V14__instruments", "V31_2__consultations");
    final AgreementsTable table = new AgreementsTable();
    final AgreementsList list = new AgreementsList(tables.client());

    final Facts<AgreementFacts> decision = facts(DECISION,
            new AgreementRecorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, "Plan de trabajo", "Se aprueba.", new MeetingId(MEETING), null, TOPIC,
                    new BodyId(COUNCIL), null, List.of(new Party(PARTIES.get(2), false, false)), null, null, null, null, null, FIRST),
            new ActionLinked(new ActionId(new UUID(4, 1)), LATER), new ActionLinked(new ActionId(new UUID(4, 2)), FIRST),
            new AgreementSuperseded(new AgreementId(CONVENIO), LATER));
    final Facts<AgreementFacts> convenio = facts(CONVENIO,
            new AgreementRecorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, "Convenio", "Las partes convienen.", null, null, null, null, null,
                    List.of(new Party(PARTIES.get(0), true, false), new Party(PARTIES.get(1), true, true)), null, LAST, null, null, null, FIRST),
            new AgreementSigned(PARTIES.get(0), null, null, null, FIRST), new AgreementSigned(PARTIES.get(1), null, null, null, FIRST),
            new AgreementRatified(PARTIES.get(1), null, null, null, LATER),
            new AgreementClassified(ItemClass.RESERVED, LATER.plusDays(9), "Art. 19", null, null, null, LATER));
    final Facts<AgreementFacts> letter = facts(LETTER,
            new AgreementRecorded("INS-2014-0002", AgreementKind.LETTER_OF_COMMITMENT, "Carta de compromiso", "Nos comprometemos.", null, null, null, null, null,
                    List.of(new Party(PARTIES.get(0), true, false)), LATER, null, null, null, null, FIRST.plusDays(1)));

    @Test
    void writing_the_same_again_changes_nothing() {
        write();
        var before = tables.rows("agreements", "agreement_parties", "agreement_actions", "agreement_relations");
        table.write(tables.db(), List.of(convenio, letter, decision));
        assertThat(tables.rows("agreements", "agreement_parties", "agreement_actions", "agreement_relations")).isEqualTo(before).hasSize(3 + 4 + 2 + 1);
    }

    @Test
    void what_is_no_longer_on_record_leaves_the_tables() {
        write();
        table.write(tables.db(), List.of(new Facts<>(DECISION, 9, 99, facts(DECISION, new AgreementRecorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, "Plan",
                "Se aprueba.", null, null, null, new BodyId(COUNCIL), null, List.of(), null, null, null, null, null, FIRST)).facts())));
        assertThat(tables.rows("agreement_actions", "agreement_relations")).isEmpty();
        assertThat(tables.rows("agreement_parties")).hasSize(3);
    }

    @Test
    void agreements_are_listed_with_how_they_stand_on_that_day() {
        write();
        var page = list.page(READER, ALL, LATER, "folio", PageRequest.FIRST);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).containsExactly(
                new Row(DECISION, 4, "ACU-CNSCC-2014-0017", "superseded", "decision", "Plan de trabajo", FIRST, new BodyName(new BodyId(COUNCIL), "CNSCC", "Consejo"),
                        MEETING, TOPIC, null, null, FIRST, LATER, new AgreementName(new AgreementId(CONVENIO), "INS-2014-0001"), "public", null,
                        List.of(new Relation("superseded-by", new AgreementName(new AgreementId(CONVENIO), "INS-2014-0001"))), 0, null),
                new Row(CONVENIO, 5, "INS-2014-0001", "in-force", "cooperation-agreement", "Convenio", FIRST, null, null, null, null, LAST, LATER, null, null, "reserved", null, List.of(), 0, null),
                new Row(LETTER, 1, "INS-2014-0002", "pending-signatures", "letter-of-commitment", "Carta de compromiso", FIRST.plusDays(1), null, null,
                        null, LATER, null, null, null, null, "public", null, List.of(), 0, null));
        assertThat(list.page(READER, ALL, LAST.plusDays(1), "folio", PageRequest.FIRST).items()).extracting(Row::status)
                .containsExactly("superseded", "expired", "pending-signatures");
    }

    @Test
    void an_instrument_is_listed_as_its_addenda_amend_it() {
        write();
        var addendum = new UUID(7, 1);
        var events = Stream.of(new AgreementRecorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, "Convenio", "Las partes convienen.", null, null, null, null, null,
                        List.of(new Party(PARTIES.get(0), true, false), new Party(PARTIES.get(1), false, false)), null, LAST, null, null, null, FIRST),
                new AgreementSigned(PARTIES.get(0), null, null, null, FIRST),
                new AddendumAdded(addendum, 1, "Adenda 1", null, "Las partes amplían el convenio.", LAST.plusYears(1), List.of(new Party(PARTIES.get(2), true, false)),
                        List.of(PARTIES.get(1)), List.of(PARTIES.get(0)), null, null, FIRST),
                new AddendumSigned(addendum, null, PARTIES.get(0), null, null, null, LATER)).toArray(AgreementEvent[]::new);
        table.write(tables.db(), List.of(new Facts<>(CONVENIO, 9, 99, facts(CONVENIO, events).facts())));
        var none = List.<UUID>of();
        var row = list.page(READER, new Filter(List.of("in-force"), List.of(), none, List.of(PARTIES.get(2).value()), none, List.of(), "amplían", ANY, none, none, null),
                LAST.plusDays(1), "folio", PageRequest.FIRST).items();
        assertThat(row).extracting(Row::validUntil).containsExactly(LAST.plusYears(1));
        assertThat(found(new Filter(List.of(), List.of(), none, List.of(PARTIES.get(1).value()), none, List.of(), null, ANY, none, none, null))).doesNotContain(CONVENIO);
    }

    @Test
    void a_reserve_that_lapsed_is_public() {
        write();
        assertThat(list.page(READER, ALL, LATER.plusDays(9), "folio", PageRequest.FIRST).items().get(1).classification()).isEqualTo("reserved");
        assertThat(list.page(READER, ALL, LATER.plusDays(10), "folio", PageRequest.FIRST).items().get(1).classification()).isEqualTo("public");
    }

    @Test
    void filters_narrow_the_list() {
        write();
        var none = List.<UUID>of();
        assertThat(found(new Filter(List.of("in-force"), List.of(), none, none, none, List.of(), null, ANY, none, none, null))).containsExactly(CONVENIO);
        assertThat(found(new Filter(List.of("superseded", "pending-signatures"), List.of(), none, none, none, List.of(), null, ANY, none, none, null))).containsExactly(DECISION, LETTER);
        assertThat(found(new Filter(List.of(), List.of("decision", "letter-of-commitment"), none, none, none, List.of(), null, ANY, none, none, null))).containsExactly(DECISION, LETTER);
        assertThat(found(new Filter(List.of(), List.of(), List.of(COUNCIL), none, none, List.of(), null, ANY, none, none, null))).containsExactly(DECISION);
        assertThat(found(new Filter(List.of(), List.of(), none, List.of(PARTIES.get(0).value()), none, List.of(), null, ANY, none, none, null))).containsExactly(CONVENIO, LETTER);
        assertThat(found(new Filter(List.of(), List.of(), none, List.of(PARTIES.get(1).value(), PARTIES.get(2).value()), none, List.of(), null, ANY, none, none, null))).containsExactly(DECISION, CONVENIO);
        assertThat(found(new Filter(List.of(), List.of(), none, none, List.of(MEETING), List.of(), null, ANY, none, none, null))).containsExactly(DECISION);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(TOPIC), null, ANY, none, none, null))).containsExactly(DECISION);
        assertThat(found(new Filter(List.of(), List.of(), none, none, List.of(MEETING), List.of(MEETING), null, ANY, none, none, null))).isEmpty();
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), "CONVIENEN", ANY, none, none, null))).containsExactly(CONVENIO);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), "2014-0017", ANY, none, none, null))).containsExactly(DECISION);
        assertThat(found(new Filter(List.of("in-force"), List.of("decision"), none, none, none, List.of(), null, ANY, none, none, null))).isEmpty();
    }

    @Test
    void what_was_prepared_and_what_is_related_is_found() {
        write();
        var reviewed = new UUID(6, 4);
        var addressed = new UUID(6, 5);
        tables.db().update("insert into institutions (id, version, position, acronym, name, kind, aliases, search) values (?, 1, 1, 'SJ', 'Secretaría Jurídica', 'state', '{}', 'SJ')",
                PARTIES.get(2).value());
        table.write(tables.db(), List.of(
                facts(reviewed, new AgreementRecorded("INS-2014-0003", AgreementKind.MEMORANDUM, "Memorando", "Texto.", null, null, null, null, null,
                                List.of(new Party(PARTIES.get(0), true, false)), null, null, null, null, List.of(new Clause(new UUID(8, 1), ClauseKind.DISASTER, "Se atiende.", List.of())), FIRST),
                        new LegalReviewSubmitted(null, null, PARTIES.get(2), FIRST.plusDays(1)), new AgreementRelated(new AgreementId(CONVENIO), RelationKind.ANNEX_OF, FIRST)),
                facts(addressed, new AgreementRecorded("INS-2014-0004", AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "Texto.", null, null, null, null, null, List.of(), null, null,
                                true, List.of(new Addressee(PARTIES.get(1), null), new Addressee(null, "Asamblea Legislativa")), null, FIRST),
                        new DraftRevised(2, "Pronunciamiento urgente", null, null, null, FIRST))));
        var none = List.<UUID>of();
        assertThat(found(prepared(new Filter.Prepared(List.of("under-review"), none, List.of(), none)))).containsExactly(reviewed);
        assertThat(found(prepared(new Filter.Prepared(List.of(), List.of(PARTIES.get(2).value()), List.of(), none)))).containsExactly(reviewed);
        assertThat(found(prepared(new Filter.Prepared(List.of(), List.of(PARTIES.get(1).value()), List.of(), none)))).isEmpty();
        assertThat(found(prepared(new Filter.Prepared(List.of("cleared"), none, List.of(), none)))).isEmpty();
        assertThat(found(prepared(new Filter.Prepared(List.of(), none, List.of("disaster"), none)))).containsExactly(reviewed);
        assertThat(found(prepared(new Filter.Prepared(List.of(), none, List.of(), List.of(PARTIES.get(1).value()))))).containsExactly(addressed);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), "urgente", ANY, none, none, null))).containsExactly(addressed);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), "asamblea", ANY, none, none, null))).containsExactly(addressed);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), null, ANY, List.of(CONVENIO), none, null))).containsExactlyInAnyOrder(DECISION, reviewed);
        assertThat(found(new Filter(List.of(), List.of(), none, none, none, List.of(), null, ANY, List.of(reviewed), none, null))).containsExactly(CONVENIO);
        var row = list.page(READER, prepared(new Filter.Prepared(List.of("under-review"), none, List.of(), none)), LATER, "folio", PageRequest.FIRST).items().getFirst();
        assertThat(row.review()).isEqualTo(new AgreementsList.Review("under-review", new InstitutionName(PARTIES.get(2), "SJ", "Secretaría Jurídica"), FIRST.plusDays(1), 29, null));
        assertThat(row.relations()).containsExactly(new Relation("annex-of", new AgreementName(new AgreementId(CONVENIO), "INS-2014-0001")));
    }

    @Test
    void whose_answer_is_missing_or_overdue_and_the_review_of_an_addendum() {
        var put = new UUID(6, 6);
        var convenio = new AgreementRecorded("INS-2014-0005", AgreementKind.MEMORANDUM, "Memorando", "Texto.", null, null, null, null, null,
                List.of(new Party(PARTIES.get(0), true, false)), null, null, null, null, null, FIRST);
        var consulted = new InstitutionsConsulted(new UUID(9, 1), List.of(PARTIES.get(0), PARTIES.get(1)), "¿Qué opina?", FIRST.plusDays(10), FIRST.plusDays(1));
        var answered = new ResponseReceived(new UUID(9, 1), PARTIES.get(0), null, ResponseKind.ACCEPTED, null, null, FIRST.plusDays(2));
        var addendum = new AddendumAdded(new UUID(7, 1), 1, "Adenda", "Dice.", null, null, List.of(), List.of(), List.of(PARTIES.get(0)), null, null, FIRST.plusDays(3));
        table.write(tables.db(), List.of(facts(put, convenio, consulted, answered, addendum,
                new LegalReviewSubmitted(new UUID(7, 1), 1, PARTIES.get(2), FIRST.plusDays(4)))));
        assertThat(found(awaiting(List.of(PARTIES.get(1).value()), null))).containsExactly(put);
        assertThat(found(awaiting(List.of(PARTIES.get(0).value()), null))).isEmpty();
        assertThat(found(awaiting(List.of(), true))).containsExactly(put);
        assertThat(list.page(READER, awaiting(List.of(), true), FIRST.plusDays(10), "folio", PageRequest.FIRST).items()).as("due that day").isEmpty();
        assertThat(list.page(READER, awaiting(List.of(), false), FIRST.plusDays(10), "folio", PageRequest.FIRST).items()).extracting(Row::id).contains(put);
        var row = list.page(READER, awaiting(List.of(), true), LATER, "folio", PageRequest.FIRST).items().getFirst();
        assertThat(row.awaited()).isEqualTo(1);
        assertThat(row.answerDueOn()).isEqualTo(FIRST.plusDays(10));
        assertThat(row.review()).isEqualTo(new AgreementsList.Review("under-review", new InstitutionName(PARTIES.get(2), null, null), FIRST.plusDays(4), 26, 1));
    }

    private static Filter awaiting(List<UUID> awaiting, @Nullable Boolean overdue) {
        return new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, ANY, List.of(), awaiting, overdue);
    }

    private static Filter prepared(Filter.Prepared prepared) {
        return new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, prepared, List.of(), List.of(), null);
    }

    @Test
    void they_are_sorted_as_asked_and_paged_without_gaps() {
        write();
        assertThat(sorted("agreedOn", true)).containsExactly(LETTER, CONVENIO, DECISION);
        assertThat(sorted("title", false)).containsExactly(LETTER, CONVENIO, DECISION);
        assertThat(sorted("validUntil", false)).containsExactly(CONVENIO, DECISION, LETTER);
        var first = list.page(READER, ALL, LATER, "validUntil", new PageRequest(null, 2, false));
        var second = list.page(READER, ALL, LATER, "validUntil", new PageRequest(first.next(), 2, false));
        assertThat(Stream.concat(first.items().stream(), second.items().stream()).map(Row::id)).containsExactly(CONVENIO, DECISION, LETTER);
        assertThat(second.next()).isNull();
    }

    @Test
    void the_status_of_a_list_is_that_of_the_fold_on_random_facts_and_days() {
        var facts = new ArrayList<Facts<AgreementFacts>>();
        for (int seed = 0; seed < 300; seed++) {
            var history = AgreementHistories.random(new Random(seed));
            facts.add(new Facts<>(new UUID(7, seed), history.size(), seed + 1, fold(history)));
        }
        table.write(tables.db(), facts);
        var seen = EnumSet.noneOf(AgreementStatus.class);
        for (var day : List.of(FIRST.plusDays(900), FIRST.plusDays(250), FIRST.plusDays(120), FIRST.plusDays(30), FIRST)) {
            var rows = list.page(READER, ALL, day, "folio", new PageRequest(null, 500, false)).items();
            assertThat(rows).hasSize(300);
            for (var row : rows) {
                var f = facts.get((int) row.id().getLeastSignificantBits()).facts();
                if (toldBy(f, day)) {
                    assertThat(row.status()).as("%s on %s", f, day).isEqualTo(f.course().status(day).word());
                    assertThat(row.classification()).as("%s on %s", f, day).isEqualTo(f.classified().on(day).as().word());
                    seen.add(f.course().status(day));
                }
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(AgreementStatus.class));
    }

    /** Lists are of today and no record takes effect after today: whoever has later facts is not asked. */
    private static boolean toldBy(AgreementFacts f, LocalDate today) {
        return Stream.of(Stream.of(f.course().lastTurn()), f.course().original().stream().flatMap(p -> Stream.of(p.signedOn(), p.ratifiedOn())),
                f.classification().all().values().stream().map(said -> said.getLast().since())).flatMap(dates -> dates).noneMatch(date -> date != null && date.isAfter(today));
    }

    private void write() {
        tables.db().update("""
                insert into bodies (id, version, position, acronym, name, kind, established_on, search)
                values (?, 1, 1, 'CNSCC', 'Consejo', 'council', '2014-09-17', 'Consejo')""", COUNCIL);
        table.write(tables.db(), List.of(decision, convenio, letter));
    }

    private List<UUID> found(Filter filter) {
        return list.page(READER, filter, LATER, "folio", PageRequest.FIRST).items().stream().map(Row::id).toList();
    }

    private List<UUID> sorted(String sort, boolean descending) {
        return list.page(READER, ALL, LATER, sort, new PageRequest(null, 50, descending)).items().stream().map(Row::id).toList();
    }

    private static Facts<AgreementFacts> facts(UUID id, AgreementEvent... events) {
        List<Recorded<AgreementEvent>> records = AgreementHistories.of(events);
        return new Facts<>(id, events.length, events.length, fold(records));
    }
}
