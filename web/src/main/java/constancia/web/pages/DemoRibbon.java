package constancia.web.pages;

import constancia.web.security.Demonstration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The templates' way to ask whether the register is a demonstration: {@code @demo.told()}, null in every other. */
@Component("demo")
final class DemoRibbon {

    private final ObjectProvider<Demonstration> demonstration;

    DemoRibbon(ObjectProvider<Demonstration> demonstration) {
        this.demonstration = demonstration;
    }

    public Demonstration.@Nullable Told told() {
        var shown = demonstration.getIfAvailable();
        return shown == null ? null : shown.told();
    }
}
