package constancia.web.pages.administration;

import constancia.query.NotAllowed;
import constancia.query.ledger.LedgerRecords;
import constancia.web.imports.MappingDesk;
import constancia.web.items.ApiLists;
import constancia.web.operations.Rebuilding;
import constancia.web.operations.Vitals;
import constancia.web.pages.Allowed;
import constancia.web.security.AccountOffice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one administers from: what there is to keep, as far as one may, and how the register is doing. */
@Controller
final class AdministrationPage {

    /**
     * A matter and how many there are of it.
     *
     * @param key of its texts
     */
    public record Matter(String key, String href, long count) {}

    private final AccountOffice accounts;
    private final MappingDesk mappings;
    private final ApiLists lists;
    private final Vitals vitals;
    private final Rebuilding tables;
    private final LedgerRecords ledger;

    AdministrationPage(AccountOffice accounts, MappingDesk mappings, ApiLists lists, Vitals vitals, Rebuilding tables, LedgerRecords ledger) {
        this.accounts = accounts;
        this.mappings = mappings;
        this.lists = lists;
        this.vitals = vitals;
        this.tables = tables;
        this.ledger = ledger;
    }

    @GetMapping("/administration")
    String hub(HttpServletRequest request, Model model) {
        if (!Allowed.toAny(Allowed.ADMINISTRATION)) {
            throw new NotAllowed();
        }
        var matters = new ArrayList<Matter>();
        if (Allowed.to("accounts")) {
            matters.add(new Matter("accounts", "/administration/accounts", accounts.all().size()));
        }
        matters.add(new Matter("bodies", "/bodies", count("bodies", request)));
        matters.add(new Matter("territories", "/territories", count("territories", request)));
        if (Allowed.to("mappings")) {
            matters.add(new Matter("mappings", "/imports/mappings", mappings.list().size()));
        }
        matters.add(new Matter("classes", "/administration/classes", count("classes", request)));
        matters.add(new Matter("reserves", "/reserves", count("reserves", request)));
        model.addAttribute("matters", matters);
        model.addAttribute("trouble", vitals.parts().stream().filter(part -> !part.up()).count());
        model.addAttribute("mayLook", Allowed.to("ledger-records"));
        model.addAttribute("position", ledger.position());
        return "administration";
    }

    private int count(String list, HttpServletRequest request) {
        return lists.ask(list, request, Map.of("limit", "1")).count();
    }

    @GetMapping("/administration/state")
    String state(@RequestParam(required = false) @Nullable String rebuilding, Model model) {
        Allowed.must("ledger-records");
        var parts = vitals.parts();
        model.addAttribute("parts", parts);
        model.addAttribute("trouble", parts.stream().filter(part -> !part.up()).count());
        model.addAttribute("checkpoint", ledger.checkpoint());
        model.addAttribute("mayRebuild", Allowed.to("rebuild-tables"));
        model.addAttribute("rebuilding", rebuilding != null);
        return "administration-state";
    }

    @PostMapping("/administration/state")
    String rebuild() {
        Allowed.must("rebuild-tables");
        tables.rebuild();
        return "redirect:/administration/state?rebuilding";
    }
}
