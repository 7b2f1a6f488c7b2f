package constancia.command;

import static constancia.kernel.bodies.SeatRole.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.EstablishBody;
import constancia.command.bodies.BodyCommand.SeatInstitution;
import constancia.command.bodies.BodyCommand.SetQuorum;
import constancia.command.bodies.BodyCommand.VacateSeat;
import constancia.command.bodies.BodyShell;
import constancia.command.bodies.KnownBodies;
import constancia.command.bodies.Sectors;
import constancia.kernel.Rectified;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.institutions.InstitutionId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rectifying, told on a body: its rules are the same for every kind of item. */
class RectifyingTest {

    static final BodyId ID = new BodyId(new UUID(1, 1));
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 17);
    static final LocalDate TODAY = LocalDate.of(2016, 1, 1);
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 1));
    static final InstitutionId UNDP = new InstitutionId(new UUID(2, 2));
    static final InstitutionId FORMER = new InstitutionId(new UUID(2, 3));
    static final UUID SEAT = new UUID(3, 1);

    static final BodyEstablished ESTABLISHED = new BodyEstablished("Consejo", "C", BodyKind.COUNCIL, null, FOUNDED);
    static final SeatTaken TAKEN = seat(MINISTRY, FOUNDED.plusDays(10));
    static final SeatVacated VACATED = new SeatVacated(SEAT, FOUNDED.plusDays(20));
    static final QuorumSet QUORUM = new QuorumSet(3, null, QuorumRule.COUNTING, FOUNDED.plusDays(30));

    final KnownBodies known = new KnownBodies();
    final Fixtures<BodyShell> bodies = Fixtures.of(BodyShell.class, known, new Sectors(Map.of(MINISTRY, LocalDate.MAX, UNDP, LocalDate.MAX, FORMER, FOUNDED)),
            Proxy.newProxyInstance(RectifyingTest.class.getClassLoader(), new Class<?>[] {Agreements.class}, (_, _, _) -> true));
    final Fixtures<BodyShell>.Given body = bodies.given(ESTABLISHED, TAKEN, VACATED, QUORUM);

    @Test
    void a_record_is_corrected_in_what_was_wrong_and_says_the_rest_as_before() {
        body.when(replace(4, SetQuorum.class, c -> new SetQuorum(ID, 5, c.share(), c.roles(), c.effectiveOn())))
                .records(new Rectified(4, new QuorumSet(5, null, QuorumRule.COUNTING, FOUNDED.plusDays(30)), TODAY));
    }

    @Test
    void its_day_is_one_of_its_fields() {
        body.when(replace(2, SeatInstitution.class, c -> seated(UNDP, FOUNDED.plusDays(1)))).records(new Rectified(2, seat(UNDP, FOUNDED.plusDays(1)), TODAY));
    }

    @Test
    void the_first_record_can_be_corrected() {
        body.when(replace(1, EstablishBody.class, c -> new EstablishBody(ID, "Consejo Nacional", "CN", c.kind(), c.parent(), c.effectiveOn())))
                .records(new Rectified(1, new BodyEstablished("Consejo Nacional", "CN", BodyKind.COUNCIL, null, FOUNDED), TODAY));
    }

    @Test
    void but_not_made_void_in_any_way() {
        body.when(annul(1)).refuses("first-record-not-void");
        var renamed = new BodyEstablished("Otro", "C", BodyKind.COUNCIL, null, FOUNDED);
        body.and(new Rectified(1, renamed, TODAY)).when(rectification(5, null, true)).refuses("first-record-not-void");
    }

    @Test
    void a_record_that_never_happened_is_made_void() {
        body.when(annul(3)).records(new Rectified(3, null, TODAY));
    }

    @Test
    void the_lookup_is_made_anew_from_what_stands() {
        body.when(annul(3)).records(new Rectified(3, null, TODAY));
        assertThat(known.recorded(ID)).containsExactly(ESTABLISHED, TAKEN, QUORUM);
    }

    @Test
    void the_next_command_is_decided_on_what_stands() {
        body.and(new Rectified(3, null, TODAY)).when(new VacateSeat(ID, SEAT, FOUNDED.plusDays(40))).records(new SeatVacated(SEAT, FOUNDED.plusDays(40)));
        body.when(new VacateSeat(ID, SEAT, FOUNDED.plusDays(40))).refuses("seat-vacated", FOUNDED.plusDays(20));
    }

    @Nested
    class What_would_break_the_history {

        @Test
        void a_later_record_that_rests_on_it() {
            broken(annul(2), 3, "unknown-seat");
        }

        @Test
        void a_day_after_that_of_what_followed() {
            broken(replace(2, SeatInstitution.class, _ -> seated(MINISTRY, FOUNDED.plusDays(25))), 3, "effective-before-previous");
        }

        @Test
        void a_day_before_the_item_was() {
            broken(replace(4, SetQuorum.class, c -> new SetQuorum(ID, 3, null, c.roles(), FOUNDED.minusDays(1))), 4, "effective-before-item");
        }

        @Test
        void the_first_record_after_the_others() {
            broken(replace(1, EstablishBody.class, c -> new EstablishBody(ID, c.name(), c.acronym(), c.kind(), c.parent(), FOUNDED.plusDays(15))), 2, "effective-before-item");
        }

        @Test
        void a_day_on_which_the_item_was_no_more() {
            var ended = body.and(new BodyDissolved(FOUNDED.plusDays(50)));
            ended.when(replace(4, SetQuorum.class, c -> new SetQuorum(ID, 3, null, c.roles(), FOUNDED.plusDays(60))))
                    .refuses(refused -> RectifyingTest.broken(refused, 5, "effective-before-previous"));
        }

        private void broken(Rectify command, int n, String because) {
            body.when(command).refuses(refused -> RectifyingTest.broken(refused, n, because));
        }
    }

    @Test
    void a_value_that_does_not_do_is_named_where_it_stands() {
        body.when(replace(2, SeatInstitution.class, _ -> seated(FORMER, FOUNDED.plusDays(5)))).isInvalid("replacement/institution", "institution-not-active", FOUNDED.plusDays(5));
    }

    @Test
    void what_is_not_on_record_cannot_be_rectified() {
        body.when(annul(5)).isInvalid("record", "unknown-record", 5, 4);
    }

    @Test
    void it_takes_right_values_or_that_it_never_happened_and_not_both() {
        body.when(new Rectify(ID, 2, null, null, TODAY)).isInvalid("replacement", "replacement-or-void");
        body.when(new Rectify(ID, 2, null, false, TODAY)).isInvalid("replacement", "replacement-or-void");
        body.when(new Rectify(ID, 2, over(UnaryOperator.identity()), true, TODAY)).isInvalid("replacement", "replacement-or-void");
    }

    @Test
    void what_changes_nothing_is_refused() {
        body.when(new Rectify(ID, 2, over(UnaryOperator.identity()), null, TODAY)).refuses("nothing-rectified", 2);
        body.and(new Rectified(3, null, TODAY)).when(annul(3)).refuses("nothing-rectified", 3);
    }

    @Test
    void a_rectification_is_not_effective_before_its_item() {
        body.when(new Rectify(ID, 3, null, true, FOUNDED.minusDays(1))).refuses("effective-before-item");
    }

    @Nested
    class Rectifications_of_rectifications {

        final Fixtures<BodyShell>.Given vacatedLater = body.and(new Rectified(3, new SeatVacated(SEAT, FOUNDED.plusDays(25)), TODAY));

        @Test
        void made_void_they_leave_what_was_before() {
            vacatedLater.when(annul(5)).records(new Rectified(5, null, TODAY));
            vacatedLater.and(new Rectified(5, null, TODAY)).when(annul(3)).records(new Rectified(3, null, TODAY));
        }

        @Test
        void corrected_they_name_the_same_record_with_other_values() {
            vacatedLater.when(rectification(5, over(VacateSeat.class, _ -> new VacateSeat(ID, SEAT, FOUNDED.plusDays(26))), null))
                    .records(new Rectified(5, new Rectified(3, new SeatVacated(SEAT, FOUNDED.plusDays(26)), TODAY), TODAY));
        }

        @Test
        void or_that_it_never_happened() {
            vacatedLater.when(rectification(5, null, true)).records(new Rectified(5, new Rectified(3, null, TODAY), TODAY));
        }

        @Test
        void one_that_made_void_may_become_one_that_corrects() {
            body.and(new Rectified(3, null, TODAY)).when(rectification(5, over(VacateSeat.class, _ -> new VacateSeat(ID, SEAT, FOUNDED.plusDays(26))), null))
                    .records(new Rectified(5, new Rectified(3, new SeatVacated(SEAT, FOUNDED.plusDays(26)), TODAY), TODAY));
        }

        @Test
        void what_rests_on_them_stands_in_their_way() {
            body.and(new Rectified(3, null, TODAY), new SeatVacated(SEAT, FOUNDED.plusDays(40))).when(annul(5)).refuses(refused -> broken(refused, 6, "seat-vacated"));
        }
    }

    private static void broken(Refused refused, int n, String because) {
        assertThat(refused.code()).isEqualTo("rectification-breaks-history");
        assertThat(refused.args().getFirst()).isEqualTo(n);
        assertThat(String.valueOf(refused.args().get(1))).contains(because);
    }

    private static Rectify annul(int n) {
        return new Rectify(ID, n, null, true, TODAY);
    }

    private static <C extends Command> Rectify replace(int n, Class<C> type, UnaryOperator<C> right) {
        return new Rectify(ID, n, over(type, right), null, TODAY);
    }

    private static Rectify rectification(int n, @Nullable Correction replacement, @Nullable Boolean never) {
        return new Rectify(ID, n, over(Rectify.class, said -> new Rectify(ID, said.record(), replacement, never, said.effectiveOn())), null, TODAY);
    }

    private static <C extends Command> Correction over(Class<C> type, UnaryOperator<C> right) {
        return over(said -> right.apply(type.cast(said)));
    }

    private static Correction over(UnaryOperator<Command> right) {
        return new Correction() {
            @Override
            @SuppressWarnings("unchecked")
            public <C extends Command> C over(C said) {
                return (C) right.apply(said);
            }
        };
    }

    private static SeatInstitution seated(InstitutionId institution, LocalDate on) {
        return new SeatInstitution(ID, SEAT, institution, null, MEMBER, null, null, on);
    }

    private static SeatTaken seat(InstitutionId institution, LocalDate on) {
        return new SeatTaken(SEAT, institution, null, MEMBER, on, null, on);
    }
}
