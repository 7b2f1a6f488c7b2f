package constancia.command.agreements;

import constancia.command.Fixtures;
import constancia.command.actions.Actions;
import constancia.command.agreements.AgreementCommand.NewAddressee;
import constancia.command.agreements.AgreementCommand.RecordAgreement;
import constancia.command.agreements.AgreementCommand.Signatory;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.Meetings;
import constancia.command.meetings.Meetings.KnownDeliberation;
import constancia.command.meetings.Meetings.KnownMeeting;
import constancia.command.reserve.ClassRules;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register around the agreements of these tests: a council with its meetings, three institutions, an action. */
final class Known implements Agreements {

    static final AgreementId ID = new AgreementId(id(1));
    static final AgreementId NEWER = new AgreementId(id(2));
    static final AgreementId ALSO_NEWER = new AgreementId(id(5));
    static final AgreementId LATE = new AgreementId(id(3));
    static final AgreementId OVER = new AgreementId(id(4));
    static final BodyId COUNCIL = new BodyId(id(10));
    static final BodyId TABLE = new BodyId(id(11));
    static final BodyId DISSOLVED = new BodyId(id(12));
    static final InstitutionId MJSP = new InstitutionId(id(20));
    static final InstitutionId MINED = new InstitutionId(id(21));
    static final InstitutionId PNUD = new InstitutionId(id(22));
    static final InstitutionId ENDED = new InstitutionId(id(23));
    static final MeetingId OPEN = new MeetingId(id(30));
    static final MeetingId CLOSED = new MeetingId(id(31));
    static final MeetingId WITHOUT_QUORUM = new MeetingId(id(32));
    static final MeetingId MINUTED = new MeetingId(id(38));
    static final MeetingId CONVENED = new MeetingId(id(33));
    static final MeetingId CANCELLED = new MeetingId(id(34));
    static final MeetingId OF_DISSOLVED = new MeetingId(id(35));
    static final UUID AGENDA_ITEM = id(40);
    static final UUID PERSON = id(41);
    static final UUID OTHER_PERSON = id(46);
    static final UUID BY_CONSENSUS = id(42);
    static final UUID TOMORROW = id(43);
    static final UUID UNFINISHED = id(44);
    static final UUID UNRESOLVED = id(45);
    static final UUID STRANGER = id(99);
    static final ActionId ACTION = new ActionId(id(50));
    static final LocalDate DAY = LocalDate.of(2014, 11, 20);
    static final String SHA256 = "a".repeat(64);

    private static final Map<MeetingId, KnownMeeting> MEETINGS = Map.of(
            OPEN, new KnownMeeting(OPEN, COUNCIL, DAY, true, null, false, false),
            CLOSED, new KnownMeeting(CLOSED, COUNCIL, DAY, true, DAY.plusDays(1), false, false),
            WITHOUT_QUORUM, new KnownMeeting(WITHOUT_QUORUM, COUNCIL, DAY, false, null, false, false),
            MINUTED, new KnownMeeting(MINUTED, COUNCIL, DAY, true, DAY, false, true),
            CONVENED, new KnownMeeting(CONVENED, COUNCIL, null, false, null, false, false),
            CANCELLED, new KnownMeeting(CANCELLED, COUNCIL, null, false, null, true, false),
            OF_DISSOLVED, new KnownMeeting(OF_DISSOLVED, DISSOLVED, DAY, true, null, false, false));

    private static final Map<UUID, KnownDeliberation> DELIBERATIONS = Map.of(
            BY_CONSENSUS, new KnownDeliberation(DAY, DeliberationOutcome.CONSENSUS),
            TOMORROW, new KnownDeliberation(DAY.plusDays(1), DeliberationOutcome.CONSENSUS_WITH_RESERVATIONS),
            UNFINISHED, new KnownDeliberation(null, null),
            UNRESOLVED, new KnownDeliberation(DAY, DeliberationOutcome.UNRESOLVED));

    private final Map<String, Integer> numbers = new HashMap<>(Map.of("ACU-CNSCC 2014", 16));
    private final List<AgreementEvent> recorded = new ArrayList<>();

    static Fixtures<AgreementShell> agreements(Known known) {
        return Fixtures.of(AgreementShell.class, known, known.neighbours());
    }

    Neighbours neighbours() {
        var institutions = answering(Institutions.class, Map.of(
                "active", args -> List.of(MJSP, MINED, PNUD).contains(args[0]),
                "exists", args -> List.of(MJSP, MINED, PNUD, ENDED).contains(args[0])));
        var bodies = answering(Bodies.class, Map.of(
                "active", args -> List.of(COUNCIL, TABLE).contains(args[0]),
                "exists", args -> List.of(COUNCIL, TABLE, DISSOLVED).contains(args[0]),
                "acronym", args -> COUNCIL.equals(args[0]) ? "CNSCC" : "MTE"));
        var meetings = answering(Meetings.class, Map.of(
                "find", args -> Optional.ofNullable(MEETINGS.get(args[0])),
                "item", args -> AGENDA_ITEM.equals(args[1]) ? Optional.of(new Meetings.KnownItem(COUNCIL, null, false)) : Optional.empty(),
                "deliberation", args -> Optional.ofNullable(OPEN.equals(args[0]) ? DELIBERATIONS.get(args[1]) : null)));
        return new Neighbours(institutions, bodies, meetings, answering(Actions.class, Map.of("exists", args -> ACTION.equals(args[0]))), CLASSES);
    }

    /** For seven years at most, and five more. */
    static final ClassRules CLASSES = (of, _) -> of == ItemClass.RESERVED ? new ClassRules.ClassRule(Set.of(ClassRules.LEGAL_BASIS), 7, 5)
            : new ClassRules.ClassRule(Set.of(), null, null);

    @Override
    public boolean exists(AgreementId agreement) {
        return find(agreement).isPresent();
    }

    @Override
    public Optional<KnownAgreement> find(AgreementId agreement) {
        return Optional.ofNullable(Map.of(
                NEWER, new KnownAgreement(NEWER, DAY, null),
                ALSO_NEWER, new KnownAgreement(ALSO_NEWER, DAY, null),
                LATE, new KnownAgreement(LATE, DAY.plusYears(5), null),
                OVER, new KnownAgreement(OVER, DAY, DAY.plusDays(10))).get(agreement));
    }

    @Override
    public int nextNumber(String series, int year) {
        return numbers.merge(series + " " + year, 1, Integer::sum);
    }

    @Override
    public void recorded(AgreementId agreement, AgreementEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(AgreementId agreement, List<AgreementEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    List<AgreementEvent> recorded() {
        return recorded;
    }

    int lastNumber(String series, int year) {
        return numbers.getOrDefault(series + " " + year, 0);
    }

    static RecordAgreement decision(@Nullable MeetingId meeting, @Nullable BodyId body) {
        return record(AgreementKind.DECISION, meeting, null, body, null, null, null, DAY);
    }

    static RecordAgreement convenio(Signatory... parties) {
        return record(AgreementKind.COOPERATION_AGREEMENT, null, null, null, List.of(parties), null, null, DAY);
    }

    static RecordAgreement record(AgreementKind kind, @Nullable MeetingId meeting, @Nullable UUID item, @Nullable BodyId body,
                                  @Nullable List<Signatory> parties, @Nullable LocalDate from, @Nullable LocalDate until, LocalDate on) {
        return new RecordAgreement(ID, kind, "Acuerdo", "Se acuerda lo siguiente.", meeting, null, item, body, Adoption.CONSENSUS, parties, from, until, null, null, null, on);
    }

    static RecordAgreement deliberated(@Nullable MeetingId meeting, UUID deliberation) {
        return new RecordAgreement(ID, AgreementKind.DECISION, "Acuerdo", "Se acuerda lo siguiente.", meeting, deliberation, null, meeting == null ? COUNCIL : null,
                Adoption.CONSENSUS, null, null, null, null, null, null, DAY);
    }

    /** A pronouncement of the council that is to be issued. */
    static RecordAgreement drafted(LocalDate on) {
        return new RecordAgreement(ID, AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "El Consejo llama.", null, null, null, COUNCIL, null, null, null, null, true,
                List.of(new NewAddressee(null, "Asamblea Legislativa")), null, on);
    }

    static AgreementRecorded decided() {
        return recorded("ACU-CNSCC-2014-0017", AgreementKind.DECISION, OPEN, COUNCIL, List.of(), null, null);
    }

    /** Between two who must sign, the second of whom must ratify too. */
    static AgreementRecorded convened(@Nullable LocalDate from, @Nullable LocalDate until) {
        return recorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, null, null,
                List.of(new Party(MJSP, true, false), new Party(PNUD, true, true), new Party(MINED, false, false)), from, until);
    }

    static AgreementRecorded recorded(String folio, AgreementKind kind, @Nullable MeetingId meeting, @Nullable BodyId body, List<Party> parties,
                                      @Nullable LocalDate from, @Nullable LocalDate until) {
        return new AgreementRecorded(folio, kind, "Acuerdo", "Se acuerda lo siguiente.", meeting, null, null, body, Adoption.CONSENSUS, parties, from, until, null, null, null, DAY);
    }

    private interface Reply {
        Object to(Object[] args);
    }

    /** A port that answers these questions; any other fails the test. */
    private static <P> P answering(Class<P> port, Map<String, Reply> replies) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            var reply = replies.get(method.getName());
            if (reply == null) {
                throw new AssertionError(port.getSimpleName() + "." + method.getName() + " was not expected to be asked");
            }
            return reply.to(args);
        }));
    }

    private static UUID id(int number) {
        return UUID.fromString("0194d0c2-0000-7000-8000-%012d".formatted(number));
    }
}
