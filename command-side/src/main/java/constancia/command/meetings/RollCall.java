package constancia.command.meetings;

import constancia.command.bodies.Bodies.HeldSeat;
import constancia.command.meetings.MeetingCommand.Present;
import constancia.kernel.Invalid;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.Quorum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who came and whether that is enough. An institution or person counts once, however many seats it holds and however
 * many people it sends; friends, observers and guests never count.
 */
record RollCall(List<Attendee> attendance, Quorum quorum) {

    static RollCall of(List<Present> presents, List<HeldSeat> seats, Optional<QuorumRule> rule) {
        var roles = rule.map(QuorumRule::roles).orElse(QuorumRule.COUNTING);
        var seated = seats.stream().filter(seat -> roles.contains(seat.role())).map(RollCall::holder).collect(Collectors.toSet());
        var attendance = new ArrayList<Attendee>();
        var counted = new HashSet<Object>();
        Set<Attendee> named = new HashSet<>();
        for (int i = 0; i < presents.size(); i++) {
            var present = presents.get(i);
            if (present.institution() == null && present.person() == null) {
                throw new Invalid("attendance/" + i, "attendee-missing");
            }
            if (present.institution() == null && present.capacity() != null) {
                throw new Invalid("attendance/" + i + "/capacity", "capacity-without-institution");
            }
            if (!named.add(new Attendee(present.institution(), present.person(), AttendanceRole.GUEST, null))) {
                throw new Invalid("attendance/" + i, "attendee-twice");
            }
            var role = role(i, present, seats);
            attendance.add(new Attendee(present.institution(), present.person(), role.map(AttendanceRole::of).orElse(AttendanceRole.GUEST), present.capacity()));
            if (role.isPresent() && !role.get().watches() && seated.contains(holder(present))) {
                counted.add(holder(present));
            }
        }
        return new RollCall(List.copyOf(attendance), Quorum.of(counted.size(), rule.map(r -> r.required(seated.size())).orElse(null)));
    }

    /** The role it came in, else the most engaged of its roles; none when it has no seat. */
    private static Optional<SeatRole> role(int i, Present present, List<HeldSeat> seats) {
        var held = seats.stream().filter(seat -> holder(seat).equals(holder(present))).map(HeldSeat::role).collect(Collectors.toSet());
        if (present.role() != null && !held.contains(present.role())) {
            throw new Invalid("attendance/" + i + "/role", "not-seated-as", present.role().word());
        }
        return present.role() != null ? Optional.of(present.role()) : held.stream().sorted().findFirst();
    }

    private static Object holder(HeldSeat seat) {
        return seat.institution() != null ? seat.institution() : seat.person();
    }

    private static Object holder(Present present) {
        return present.institution() != null ? present.institution() : present.person();
    }
}
