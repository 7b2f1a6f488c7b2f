package constancia.web.pages;

import constancia.query.history.Items;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What others put on record of an item while somebody wrote about it. */
@Component
final class Meanwhile {

    private final Items items;

    Meanwhile(Items items) {
        this.items = items;
    }

    /**
     * Where a form was refused because the item has changed, the page tells what came after the version from which the form was drawn.
     *
     * @param version null where the form had none
     */
    void show(Refusal refusal, Collections kind, @Nullable UUID id, @Nullable Integer version, Model model) {
        if (refusal.stale() && id != null && version != null) {
            model.addAttribute("meanwhile", items.history(Caller.current().reader(), kind.type(), id, Messages.supported(LocaleContextHolder.getLocale())).items().stream()
                    .filter(record -> record.n() > version).toList());
        }
    }
}
