package constancia.query.casefiles;

import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.TestTables;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random histories of a case file whose life is in order; coordinators, links, notes and answers asked for come at any time, some of them late. */
public final class CaseFileHistories {

    private static final LocalDate FIRST = LocalDate.of(2011, 2, 1);

    private final Random random;
    private final List<CaseFileEvent> events = new ArrayList<>();
    private LocalDate day = FIRST;
    private LocalDate stagedOn = FIRST;

    private CaseFileHistories(long seed) {
        this.random = new Random(seed);
    }

    public static List<Recorded<CaseFileEvent>> random(long seed) {
        return recorded(new CaseFileHistories(seed).history());
    }

    private List<CaseFileEvent> history() {
        events.add(new CaseFileOpened("Expediente", null, null, random.nextBoolean() ? institution() : null, null, null, day));
        for (int i = random.nextInt(3); i >= 0; i--) {
            sets();
            events.add(new CaseFileResolved("Resuelto", null, later()));
            sets();
            if (random.nextBoolean()) {
                events.add(new CaseFileClosed(later()));
            }
            events.add(new CaseFileReopened(later()));
        }
        sets();
        if (random.nextBoolean()) {
            events.add(new CaseFileClosed(later()));
        }
        return events;
    }

    private void sets() {
        for (int i = random.nextInt(6); i > 0; i--) {
            var id = new UUID(4, events.size());
            switch (random.nextInt(6)) {
                case 4 -> stage();
                case 3 -> letter(id);
                case 0 -> events.add(new CoordinatorAssigned(institution(), earlier(FIRST)));
                case 1 -> events.add(new CaseFileLinked(new AgreementId(id), null, null, null, null, null, earlier(FIRST)));
                case 2 -> events.add(new NoteTaken(NoteKind.NOTE, "Nota", List.of(), null, earlier(FIRST)));
                default -> {
                    var asked = new AnswerAwaited(id, institution(), "Respuesta", null, earlier(FIRST));
                    events.add(asked);
                    if (random.nextBoolean()) {
                        events.add(new AnswerReceived(id, "Sí", null, earlier(asked.effectiveOn())));
                    }
                }
            }
        }
    }

    /** Not before the one before. */
    private void stage() {
        stagedOn = earlier(stagedOn);
        events.add(new StageEntered("Etapa " + random.nextInt(3), random.nextBoolean() ? institution() : null, null, stagedOn));
    }

    /** Each step of it not before the one before. */
    private void letter(UUID id) {
        var on = earlier(FIRST);
        events.add(new CorrespondenceRecorded(id, LetterDirection.INCOMING, institution(), null, "Nota", null, random.nextBoolean() ? institution() : null, null, on));
        for (int i = random.nextInt(3); i > 0; i--) {
            on = earlier(on);
            events.add(new CorrespondenceForwarded(id, institution(), null, on));
        }
        if (random.nextBoolean()) {
            events.add(new CorrespondenceSettled(id, null, earlier(on)));
        }
    }

    private InstitutionId institution() {
        return new InstitutionId(new UUID(3, random.nextInt(3)));
    }

    private LocalDate earlier(LocalDate from) {
        return from.plusDays(random.nextLong(from.until(day, ChronoUnit.DAYS) + 1));
    }

    private LocalDate later() {
        day = day.plusDays(random.nextInt(4));
        return day;
    }

    static List<Recorded<CaseFileEvent>> recorded(List<? extends CaseFileEvent> events) {
        var records = new ArrayList<Recorded<CaseFileEvent>>();
        events.forEach(event -> records.add(new Recorded<>(records.size() + 1, event, TestTables.BY)));
        return records;
    }
}
