package constancia.command.meetings;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.Attendee;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, of those who attended: an institution, through {@code person} if that is told; or, without an
 * institution, a person on its own seat.
 */
record Voice(@Nullable InstitutionId institution, @Nullable UUID person, boolean counts) {

    /** A person who attended on its own seat, and not for that institution, speaks for itself. */
    static Voice of(@Nullable InstitutionId institution, @Nullable UUID person, List<Attendee> attendance) {
        if (institution == null && person == null) {
            throw new Invalid("institution", "required");
        }
        var institutions = institution == null ? List.<Attendee>of() : lines(attendance, line -> institution.equals(line.institution()));
        if (person == null || institutions.stream().anyMatch(line -> person.equals(line.person()))) {
            return heard(institution, person, institutions);
        }
        var own = lines(attendance, line -> line.institution() == null && person.equals(line.person()));
        return own.isEmpty() ? heard(institution, person, lines(institutions, line -> line.person() == null)) : heard(null, person, own);
    }

    /** Who attended, whoever acts for it now: an institution that signs need not do so through the person that it sent. */
    static Voice attending(@Nullable InstitutionId institution, @Nullable UUID person, List<Attendee> attendance) {
        var itself = person != null && attendance.stream().anyMatch(line -> line.institution() == null && person.equals(line.person()));
        if (itself || institution == null) {
            return of(institution, person, attendance);
        }
        return new Voice(institution, person, of(institution, null, attendance).counts);
    }

    UUID holder() {
        return holder(institution, person);
    }

    /** The institution or the person whose voice it is. */
    static UUID holder(@Nullable InstitutionId institution, @Nullable UUID person) {
        return institution != null ? institution.value() : Objects.requireNonNull(person);
    }

    private static Voice heard(@Nullable InstitutionId institution, @Nullable UUID person, List<Attendee> lines) {
        if (lines.isEmpty()) {
            throw new Refused("not-present");
        }
        return new Voice(institution, person, lines.stream().anyMatch(line -> line.role().counts()));
    }

    private static List<Attendee> lines(List<Attendee> attendance, Predicate<Attendee> which) {
        return attendance.stream().filter(which).toList();
    }
}
