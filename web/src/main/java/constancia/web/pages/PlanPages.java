package constancia.web.pages;

import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.kernel.Word;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A plan, side by side: its matrix, its outline, its recommendations, its indicators, its money and its risks. Its own sheet and history are its item page. */
@Controller
final class PlanPages {

    private static final String PLAN = "/plans/{id:[0-9a-f-]+}";

    private final Items items;
    private final ApiLists lists;
    private final PlanMatrix matrix;
    private final PlanSeries series;
    private final KeptFilters kept;
    private final Offers offers;
    private final Formats formats;

    PlanPages(Items items, ApiLists lists, PlanMatrix matrix, PlanSeries series, KeptFilters kept, Offers offers, Formats formats) {
        this.items = items;
        this.lists = lists;
        this.matrix = matrix;
        this.series = series;
        this.kept = kept;
        this.offers = offers;
        this.formats = formats;
    }

    @GetMapping(value = PLAN, params = {"!step", "!from", "!asOf", "!on", "!view"})
    String matrix(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "false") boolean whole,
                  @RequestParam(required = false) @Nullable Integer recorded, HttpServletRequest request, Locale locale, Model model) {
        var plan = plan(id, "matrix", model);
        var filled = ListPages.filled(request, PlanMatrix.FILTERS);
        var shown = matrix.of(id, plan, filled, whole ? PlanMatrix.ALL : PlanMatrix.PAGE, cursor, request);
        model.addAttribute("matrix", shown);
        model.addAttribute("filled", filled);
        kept.show("plans/" + id, filled, PlanMatrix.WORDS, PlanMatrix.said(plan, filled), model);
        model.addAttribute("more", shown.next() == null ? null : ListPages.address("plans/" + id, filled, Map.of("cursor", shown.next())));
        model.addAttribute("whole", shown.next() == null || shown.actions() > PlanMatrix.ALL ? null : ListPages.address("plans/" + id, filled, Map.of("whole", "true")));
        model.addAttribute("statuses", Word.all(ActionStatus.class));
        model.addAttribute("conditions", Word.all(Condition.class));
        var totals = lists.whole("schedules/totals", request, Map.of("plan", id.toString()));
        model.addAttribute("total", totals.get("actions"));
        for (var of : List.of("fulfilled", "overdue", "unassigned")) {
            model.addAttribute(of, totals.get(of));
        }
        if (recorded != null) {
            items.history(Caller.current().reader(), "plan", id, Messages.supported(locale)).items().stream().filter(record -> record.n() == recorded).findFirst()
                    .ifPresent(record -> model.addAttribute("recorded", formats.recorded(record)));
        }
        return "plan-matrix";
    }

    /** One action in one period: what was reported against it, by whom, and what may be done there. */
    @GetMapping(PLAN + "/actions/{action:[0-9a-f-]+}/{period}")
    String cell(@PathVariable UUID id, @PathVariable UUID action, @PathVariable String period, HttpServletRequest request, Model model) {
        var plan = plan(id, "matrix", model);
        var at = PlanMatrix.periods(plan).stream().filter(one -> one.code().equals(period)).findFirst().orElseThrow(UnknownItem::new);
        var which = Map.of("plan", id.toString(), "action", action.toString());
        var row = lists.all("schedules", request, which).stream().findFirst().orElseThrow(UnknownItem::new);
        var reports = lists.all("reports", request, Map.of("action", action.toString(), "period", period));
        model.addAttribute("action", row);
        model.addAttribute("period", at);
        model.addAttribute("cell", matrix.cells(row, List.of(at), reports).getFirst());
        model.addAttribute("commitments", PlanMatrix.standing(lists.all("commitments", request, which)));
        model.addAttribute("reports", reports.stream().collect(Collectors.toMap(report -> report.get("commitment").toString(), report -> report)));
        model.addAttribute("acts", CellActs.of(Caller.current(), row, offers.of(Caller.current(), Collections.ACTIONS, action)));
        return "plan-cell";
    }

    @GetMapping(PLAN + "/outline")
    String outline(@PathVariable UUID id, HttpServletRequest request, Model model) {
        plan(id, "outline", model);
        model.addAttribute("nodes", PlanOutline.of(lists.all("plans/{id}/outline", request, Map.of(), id), indicators(id, request)));
        return "plan-outline";
    }

    /** Those that measure a part of the plan, each with its targets and its means of verification. */
    private List<Map<String, Object>> indicators(UUID plan, HttpServletRequest request) {
        var told = items.told(Caller.current().reader(), CutRequest.NOW);
        return lists.all("indicators", request, Map.of("plan", plan.toString())).stream().filter(row -> row.get("node") != null).map(row -> {
            var indicator = told.answer("indicator", UUID.fromString(String.valueOf(row.get("id")))).map(Answered::fields).orElseThrow(UnknownItem::new);
            indicator.put("id", row.get("id"));
            return indicator;
        }).toList();
    }

    @GetMapping(PLAN + "/recommendations")
    String recommendations(@PathVariable UUID id, HttpServletRequest request, Model model) {
        plan(id, "recommendations", model);
        model.addAttribute("recommendations", lists.all("plans/{id}/recommendations", request, Map.of(), id));
        return "plan-recommendations";
    }

    @GetMapping(PLAN + "/indicators")
    String indicators(@PathVariable UUID id, HttpServletRequest request, Model model) {
        plan(id, "indicators", model);
        model.addAttribute("indicators", lists.all("indicators", request, Map.of("plan", id.toString())).stream().map(series::of).toList());
        return "plan-indicators";
    }

    @GetMapping(PLAN + "/funding")
    String funding(@PathVariable UUID id, HttpServletRequest request, Model model) {
        plan(id, "funding", model);
        model.addAttribute("totals", Answered.maps(lists.whole("plans/{id}/totals", request, Map.of(), id).get("totals")));
        model.addAttribute("sources", PlanFunding.bySource(lists.all("funding", request, Map.of("plan", id.toString()))));
        return "plan-funding";
    }

    @GetMapping(PLAN + "/risks")
    String risks(@PathVariable UUID id, HttpServletRequest request, Model model) {
        plan(id, "risks", model);
        model.addAttribute("risks", lists.all("risks", request, Map.of("plan", id.toString())));
        return "plan-risks";
    }

    /** The plan, with what the head of each of its pages tells. */
    private Map<String, Object> plan(UUID id, String tab, Model model) {
        var item = items.item(Caller.current().reader(), "plan", id, CutRequest.NOW);
        var plan = Answered.fields(item.json());
        model.addAttribute("plan", plan);
        model.addAttribute("id", id);
        model.addAttribute("tab", tab);
        model.addAttribute("name", Objects.requireNonNull(plan.get("title")));
        model.addAttribute("offers", offers.of(Caller.current(), Collections.PLANS, id).stream().map(Offers.Offer::name).collect(Collectors.toSet()));
        model.addAttribute("creates", Stream.of(Collections.ACTIONS, Collections.INDICATORS, Collections.RISKS).filter(kind -> offers.creates(Caller.current(), kind)).map(Collections::path).collect(Collectors.toSet()));
        model.addAttribute("imports", Allowed.to("preview-import"));
        return plan;
    }
}
