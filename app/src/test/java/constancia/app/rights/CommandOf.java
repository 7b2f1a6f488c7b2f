package constancia.app.rights;

import constancia.app.rights.TwoCouncils.Side;
import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.kernel.ItemId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import constancia.web.Collections;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands with nothing in them but what rights depend on: the item, the part of the register into which one is put, the institution. */
final class CommandOf {

    private CommandOf() {}

    static Command on(TwoCouncils scene, Collections collection, Class<? extends Command> type, Side side, Side spokenFor) {
        var id = Collections.creates(type) ? UUID.randomUUID() : scene.item(side, collection.path());
        try {
            var components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(Arrays.stream(components).map(component -> value(scene, collection, id, component, side, spokenFor)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static @Nullable Object value(TwoCouncils scene, Collections collection, UUID id, RecordComponent component, Side side, Side spokenFor) {
        var type = component.getType();
        if (component.getName().equals("id")) {
            return collection.id(id);
        }
        if (component.isAnnotationPresent(CallersByDefault.class)) {
            return scene.institution(spokenFor);
        }
        if (ItemId.class.isAssignableFrom(type)) {
            return type == BodyId.class ? scene.body(side) : type == PlanId.class ? scene.plan(side) : type == MeetingId.class ? new MeetingId(scene.item(side, "meetings"))
                    : type == AgreementId.class ? new AgreementId(scene.item(side, "agreements")) : type == InstitutionId.class ? scene.institution(side) : null;
        }
        return component.getName().equals("awaiting") ? scene.awaiting(spokenFor) : component.getName().equals("correspondence") ? scene.letter(spokenFor) : type == LocalDate.class ? LocalDate.of(2014, 9, 2)
                : type == int.class ? (Object) 1 : type == boolean.class ? false : null;
    }
}
