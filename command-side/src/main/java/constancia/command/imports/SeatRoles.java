package constancia.command.imports;

import constancia.kernel.bodies.SeatRole;
import java.util.ArrayList;
import java.util.List;

/** The roles of seats by the words that people write. */
final class SeatRoles {

    private SeatRoles() {
    }

    /** Several where several are written ("Convocatoria y facilitación"); none where nothing is known. */
    static List<SeatRole> of(String role, String sector) {
        String plain = Plain.heading(role);
        var roles = new ArrayList<SeatRole>();
        if (plain.startsWith("lidera") || plain.startsWith("liderazgo") || plain.startsWith("preside")) {
            roles.add(SeatRole.LEADS);
        }
        if (plain.contains("convoca")) {
            roles.add(SeatRole.CONVENES);
        }
        if (plain.contains("facilita")) {
            roles.add(SeatRole.FACILITATES);
        }
        if (plain.contains("secretaria tecnica")) {
            roles.add(SeatRole.TECHNICAL_SECRETARIAT);
        }
        if (plain.equals("participante") || plain.equals("miembro") || plain.equals("integrante")) {
            roles.add(SeatRole.MEMBER);
        }
        if (plain.equals("amigo") || plain.contains("amigo del proceso") || plain.equals("observador") && Plain.heading(sector).contains("amigo")) {
            roles.add(SeatRole.FRIEND);
        } else if (plain.equals("observador") || plain.equals("observadora")) {
            roles.add(SeatRole.OBSERVER);
        }
        return roles;
    }
}
