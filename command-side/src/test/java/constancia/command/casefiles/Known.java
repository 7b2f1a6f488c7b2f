package constancia.command.casefiles;

import constancia.command.Fixtures;
import constancia.command.actions.Actions;
import constancia.command.agreements.Agreements;
import constancia.command.agreements.Agreements.KnownAgreement;
import constancia.command.bodies.Bodies;
import constancia.command.bodies.Sectors;
import constancia.command.meetings.Meetings;
import constancia.command.meetings.Meetings.KnownMeeting;
import constancia.command.reserve.ClassRules;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The register around the case files of these tests: a project's table, four institutions, and what can be linked. */
final class Known implements CaseFiles {

    static final CaseFileId ID = new CaseFileId(id(1));
    static final CaseFileId OTHER = new CaseFileId(id(2));
    static final BodyId TABLE = new BodyId(id(10));
    static final BodyId DISSOLVED = new BodyId(id(11));
    static final InstitutionId PROJECT = new InstitutionId(id(20));
    static final InstitutionId MINEDUC = new InstitutionId(id(21));
    static final InstitutionId CONGRESS = new InstitutionId(id(22));
    static final InstitutionId ENDED = new InstitutionId(id(23));
    static final AgreementId CONVENIO = new AgreementId(id(30));
    static final ActionId ACTION = new ActionId(id(31));
    static final MeetingId MEETING = new MeetingId(id(32));
    static final UUID ASKED = id(40);
    static final UUID ASKED_TOO = id(41);
    static final UUID STRANGER = id(99);
    static final String SHA256 = "a".repeat(64);
    static final LocalDate OPENED = LocalDate.of(2011, 2, 1);
    /** Since then {@link #ENDED} is no longer active. */
    static final LocalDate GONE = OPENED.plusDays(20);

    private final List<CaseFileEvent> recorded = new ArrayList<>();

    static Fixtures<CaseFileShell> caseFiles(Known known) {
        return Fixtures.of(CaseFileShell.class, known, neighbours());
    }

    static Neighbours neighbours() {
        var bodies = answering(Bodies.class, Map.of("active", args -> TABLE.equals(args[0]), "exists", args -> List.of(TABLE, DISSOLVED).contains(args[0])));
        var meetings = answering(Meetings.class, Map.of("find", args ->
                MEETING.equals(args[0]) ? Optional.of(new KnownMeeting(MEETING, TABLE, OPENED, true, null, false, false)) : Optional.empty()));
        var agreements = answering(Agreements.class, Map.of("find", args ->
                CONVENIO.equals(args[0]) ? Optional.of(new KnownAgreement(CONVENIO, OPENED, null)) : Optional.empty()));
        return new Neighbours(new Sectors(Map.of(PROJECT, LocalDate.MAX, MINEDUC, LocalDate.MAX, CONGRESS, LocalDate.MAX, ENDED, GONE)), bodies, meetings,
                answering(Actions.class, Map.of("exists", args -> ACTION.equals(args[0]))), agreements, CLASSES);
    }

    /** For seven years at most, and five more; the authority must be named. */
    static final ClassRules CLASSES = (of, _) -> of == ItemClass.RESERVED ? new ClassRules.ClassRule(Set.of(ClassRules.AUTHORITY), 7, 5)
            : new ClassRules.ClassRule(Set.of(), null, null);

    @Override
    public boolean exists(CaseFileId caseFile) {
        return OTHER.equals(caseFile);
    }

    @Override
    public void recorded(CaseFileId caseFile, CaseFileEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(CaseFileId caseFile, List<CaseFileEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    List<CaseFileEvent> recorded() {
        return recorded;
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

    static UUID id(int number) {
        return UUID.fromString("0194d0c2-0000-7000-8000-%012d".formatted(number));
    }
}
