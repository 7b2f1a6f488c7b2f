package constancia.query.casefiles;

import constancia.kernel.ItemId;
import constancia.kernel.casefiles.CaseFileEvent.AnswerAwaited;
import constancia.kernel.casefiles.CaseFileEvent.AnswerReceived;
import constancia.kernel.casefiles.CaseFileEvent.CaseFileLinked;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.ReservedField;
import constancia.query.casefiles.CaseFileFacts.Letter;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of case files, of what they are linked to, of the answers they wait for and of their correspondence. */
public final class CaseFilesTable implements Table<CaseFileFacts> {

    private final CaseFileView view = new CaseFileView();

    private record Line(UUID caseFile, int line, int version, CaseFileLinked link) {}

    private record Awaiting(UUID caseFile, int version, AnswerAwaited asked, @Nullable AnswerReceived answer) {}

    private record Kept(UUID caseFile, int version, Letter letter) {}

    @Override
    public View<?, CaseFileFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<CaseFileFacts>> items) {
        caseFiles(db, items);
        links(db, items);
        awaitings(db, items);
        correspondence(db, items);
        Former.delete(db, items, "case_file", "case_file_links", "case_file_awaitings", "correspondence");
    }

    private static void caseFiles(JdbcTemplate db, List<Facts<CaseFileFacts>> items) {
        db.batchUpdate("""
                insert into case_files (id, version, position, status, title, body, coordinator, opened_on, resolved_on, closed_on, resolved_by, search,
                    kind, parties, stage, stage_of, stage_since, stage_due_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, status = excluded.status,
                    title = excluded.title, body = excluded.body, coordinator = excluded.coordinator, opened_on = excluded.opened_on,
                    resolved_on = excluded.resolved_on, closed_on = excluded.closed_on, resolved_by = excluded.resolved_by, search = excluded.search,
                    kind = excluded.kind, parties = excluded.parties, stage = excluded.stage, stage_of = excluded.stage_of, stage_since = excluded.stage_since,
                    stage_due_on = excluded.stage_due_on""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var opened = f.opened();
                    var standing = f.course().standing(LocalDate.MAX);
                    var resolution = f.resolution();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setString(4, f.course().status(LocalDate.MAX).word());
                    row.setString(5, f.classification().covers(ReservedField.TITLE) ? null : opened.title());
                    row.setObject(6, value(opened.body()));
                    row.setObject(7, value(f.coordinator()));
                    row.setObject(8, opened.effectiveOn());
                    row.setObject(9, standing.resolvedOn());
                    row.setObject(10, standing.closedOn());
                    row.setObject(11, resolution == null ? null : value(resolution.agreement()));
                    row.setString(12, search(f));
                    var stage = f.stage(LocalDate.MAX);
                    row.setString(13, opened.kind());
                    row.setArray(14, row.getConnection().createArrayOf("uuid", f.parties().stream().map(InstitutionId::value).toArray()));
                    row.setString(15, stage == null ? null : stage.value().name());
                    row.setObject(16, stage == null ? null : value(stage.value().institution()));
                    row.setObject(17, stage == null ? null : stage.since());
                    row.setObject(18, stage == null ? null : stage.value().dueOn());
                });
    }

    private static void links(JdbcTemplate db, List<Facts<CaseFileFacts>> items) {
        var lines = new ArrayList<Line>();
        for (var item : items) {
            int line = 0;
            for (var link : item.facts().links()) {
                lines.add(new Line(item.id(), ++line, item.version(), link.value()));
            }
        }
        db.batchUpdate("""
                insert into case_file_links (case_file, line, version, item, document, since) values (?, ?, ?, ?, ?, ?)
                on conflict (case_file, line) do update set version = excluded.version, item = excluded.item, document = excluded.document,
                    since = excluded.since""",
                lines, 500, (row, line) -> {
                    var link = line.link;
                    row.setObject(1, line.caseFile);
                    row.setInt(2, line.line);
                    row.setInt(3, line.version);
                    row.setObject(4, Stream.<ItemId>of(link.agreement(), link.action(), link.meeting(), link.caseFile()).filter(Objects::nonNull)
                            .findFirst().map(ItemId::value).orElse(null));
                    row.setString(5, link.document());
                    row.setObject(6, link.effectiveOn());
                });
    }

    private static void awaitings(JdbcTemplate db, List<Facts<CaseFileFacts>> items) {
        var awaitings = items.stream().flatMap(item -> item.facts().asked().stream().map(asked ->
                new Awaiting(item.id(), item.version(), asked.value(), item.facts().answers().get(asked.value().awaiting())))).toList();
        db.batchUpdate("""
                insert into case_file_awaitings (case_file, awaiting, version, institution, asked_on, due_on, answered_on) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (case_file, awaiting) do update set version = excluded.version, institution = excluded.institution,
                    asked_on = excluded.asked_on, due_on = excluded.due_on, answered_on = excluded.answered_on""",
                awaitings, 500, (row, awaiting) -> {
                    var asked = awaiting.asked;
                    row.setObject(1, awaiting.caseFile);
                    row.setObject(2, asked.awaiting());
                    row.setInt(3, awaiting.version);
                    row.setObject(4, asked.institution().value());
                    row.setObject(5, asked.effectiveOn());
                    row.setObject(6, asked.dueOn());
                    row.setObject(7, awaiting.answer == null ? null : awaiting.answer.effectiveOn());
                });
    }

    private static void correspondence(JdbcTemplate db, List<Facts<CaseFileFacts>> items) {
        var letters = items.stream().flatMap(item -> item.facts().letters().stream().map(letter -> new Kept(item.id(), item.version(), letter))).toList();
        db.batchUpdate("""
                insert into correspondence (case_file, correspondence, version, direction, institution, reference, subject, happened_on, due_on, held_by, held_since,
                    settled_on, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (case_file, correspondence) do update set version = excluded.version, direction = excluded.direction, institution = excluded.institution,
                    reference = excluded.reference, subject = excluded.subject, happened_on = excluded.happened_on, due_on = excluded.due_on,
                    held_by = excluded.held_by, held_since = excluded.held_since, settled_on = excluded.settled_on, search = excluded.search""",
                letters, 500, (row, kept) -> {
                    var e = kept.letter.recorded();
                    var now = kept.letter.trace().now();
                    row.setObject(1, kept.caseFile);
                    row.setObject(2, e.correspondence());
                    row.setInt(3, kept.version);
                    row.setString(4, e.direction().word());
                    row.setObject(5, e.institution().value());
                    row.setString(6, e.reference());
                    row.setString(7, e.subject());
                    row.setObject(8, e.effectiveOn());
                    row.setObject(9, e.dueOn());
                    row.setObject(10, now == null ? null : now.holder().institution().value());
                    row.setObject(11, now == null ? null : now.since());
                    row.setObject(12, kept.letter.trace().settledOn());
                    row.setString(13, SearchText.of(e.reference(), e.subject()));
                });
    }

    /** All that was written in the file, without what is classified by itself. */
    private static String search(CaseFileFacts f) {
        var covered = f.classification();
        return SearchText.of(Stream.of(
                        Stream.of(f.opened().kind()), f.stages().stream().map(stage -> stage.value().name()),
                        covered.covers(ReservedField.TITLE) ? Stream.<String>of() : Stream.of(f.opened().title()),
                        covered.covers(ReservedField.DETAIL) ? Stream.<String>of() : Stream.ofNullable(f.opened().detail()),
                        f.letters().stream().flatMap(letter -> Stream.of(letter.recorded().reference(), letter.recorded().subject())),
                        f.links().stream().map(link -> link.value().reason()),
                        covered.covers(ReservedField.TEXT) ? Stream.<String>of() : texts(f),
                        covered.covers(ReservedField.RESOLUTION) ? Stream.<String>of() : f.resolutions().stream().map(resolved -> resolved.value().resolution()))
                .flatMap(texts -> texts));
    }

    private static Stream<@Nullable String> texts(CaseFileFacts f) {
        return Stream.of(f.notes().stream().map(note -> note.value().text()), f.asked().stream().map(asked -> asked.value().text()),
                        f.asked().stream().map(asked -> f.answers().get(asked.value().awaiting())).filter(Objects::nonNull).map(AnswerReceived::text))
                .flatMap(texts -> texts);
    }

    private static @Nullable UUID value(@Nullable ItemId id) {
        return id == null ? null : id.value();
    }
}
