package constancia.app.lookups;

import constancia.app.journal.LastWrites;
import constancia.command.agreements.Agreements;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.Party;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements as commands must know them, and their folios. */
@Component
final class AgreementLookup implements Agreements {

    /** Its body and its parties. */
    private static final String SCOPES = "select array_remove(array[body], null) || array(select institution from journal.agreement_party where agreement = :item)"
            + " from journal.agreement where id = :item";

    private final JdbcClient db;
    private final ReserveLookup reserves;

    AgreementLookup(JdbcClient commandDb, ReserveLookup reserves) {
        this.db = commandDb;
        this.reserves = reserves;
    }

    @Override
    public boolean exists(AgreementId agreement) {
        return db.sql("select 1 from journal.agreement where id = :id").param("id", agreement.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public Optional<KnownAgreement> find(AgreementId agreement) {
        return db.sql("select recorded_on, ended_on from journal.agreement where id = :id for share").param("id", agreement.value())
                .query((row, line) -> new KnownAgreement(agreement, row.getObject("recorded_on", LocalDate.class), row.getObject("ended_on", LocalDate.class)))
                .optional();
    }

    @Override
    public int nextNumber(String series, int year) {
        return Folios.next(db, series, year);
    }

    @Override
    public void recorded(AgreementId agreement, AgreementEvent event) {
        switch (event) {
            case AgreementRecorded e -> {
                db.sql("insert into journal.agreement (id, folio, recorded_on, meeting, body) values (:id, :folio, :on, :meeting, :body)")
                        .param("id", agreement.value()).param("meeting", e.meeting() == null ? null : e.meeting().value())
                        .param("body", e.body() == null ? null : e.body().value()).param("folio", e.folio()).param("on", e.effectiveOn()).update();
                partsOf(agreement, e);
            }
            case AddendumAdded e -> {
                parties(agreement, e.addParties());
                e.addParties().forEach(party -> reserves.concerns(agreement, party.institution().value()));
            }
            case AgreementClassified e -> reserves.classified(agreement, "agreement", e, SCOPES);
            case DraftRevised e -> addressees(agreement, e.addressees());
            case InstitutionsConsulted e -> asked(agreement, e.institutions().stream());
            case AgreementTerminated e -> ended(agreement, e.effectiveOn());
            case AgreementSuperseded e -> ended(agreement, e.effectiveOn());
            case AgreementMerged e -> ended(agreement, e.effectiveOn());
            case AgreementSplit e -> ended(agreement, e.effectiveOn());
            case AgreementFulfilled e -> ended(agreement, e.effectiveOn());
            case AgreementExpired e -> LastWrites.add(db, Passed.once(agreement, "validity", e.validUntil()));
            case ReserveLapsed e -> {
                LastWrites.add(db, Passed.once(agreement, "reserve", e.until()));
                reserves.lapsed(agreement, e.until());
            }
            case LegalReviewSubmitted e -> Entrusted.to(db, agreement, text(agreement, e.addendum()), e.reviewer());
            case LegalReviewCleared e -> Entrusted.over(db, agreement, text(agreement, e.addendum()));
            case ReturnedForChanges e -> Entrusted.over(db, agreement, text(agreement, e.addendum()));
            case PronouncementIssued _, ResponseReceived _, AddendumRevised _, AgreementSigned _, AgreementRatified _,
                 ReservationRecorded _, ActionLinked _, AgreementRelated _, AgreementSuspended _, AgreementResumed _, AgreementRenewed _,
                 AddendumSigned _ -> { }
        }
    }

    @Override
    public void rectified(AgreementId agreement, List<AgreementEvent> standing) {
        reserves.forget(agreement);
        db.sql("delete from journal.agreement_party where agreement = :id").param("id", agreement.value()).update();
        db.sql("delete from journal.agreement_asked where agreement = :id").param("id", agreement.value()).update();
        Entrusted.forget(db, agreement);
        for (var event : standing) {
            if (event instanceof AgreementRecorded e) {
                db.sql("update journal.agreement set recorded_on = :on, ended_on = null, meeting = :meeting, body = :body where id = :id").param("id", agreement.value())
                        .param("meeting", e.meeting() == null ? null : e.meeting().value()).param("body", e.body() == null ? null : e.body().value())
                        .param("on", e.effectiveOn()).update();
                partsOf(agreement, e);
            } else if (event instanceof ReserveLapsed e) {
                reserves.lapsed(agreement, e.until());
            } else if (!(event instanceof AgreementExpired)) {
                recorded(agreement, event);
            }
        }
    }

    /** Which text is under review: an addendum's, or the agreement's own. */
    private static UUID text(AgreementId agreement, @Nullable UUID addendum) {
        return Objects.requireNonNullElse(addendum, agreement.value());
    }

    private void partsOf(AgreementId agreement, AgreementRecorded e) {
        parties(agreement, e.parties());
        addressees(agreement, e.addressees());
    }

    private void parties(AgreementId agreement, List<Party> parties) {
        parts("agreement_party", agreement, parties.stream().map(Party::institution));
    }

    private void addressees(AgreementId agreement, @Nullable List<Addressee> addressees) {
        if (addressees != null) {
            asked(agreement, addressees.stream().flatMap(addressee -> Stream.ofNullable(addressee.institution())));
        }
    }

    private void asked(AgreementId agreement, Stream<InstitutionId> institutions) {
        parts("agreement_asked", agreement, institutions);
    }

    private void parts(String table, AgreementId agreement, Stream<InstitutionId> institutions) {
        var ids = institutions.map(InstitutionId::toString).toArray(String[]::new);
        if (ids.length > 0) {
            db.sql("insert into journal." + table + " (agreement, institution) select :agreement, i from unnest(:institutions::uuid[]) i on conflict do nothing")
                    .param("agreement", agreement.value()).param("institutions", ids).update();
        }
    }

    private void ended(AgreementId agreement, LocalDate on) {
        db.sql("update journal.agreement set ended_on = :on where id = :id").param("id", agreement.value()).param("on", on).update();
    }
}
