package constancia.web.reserve;

import constancia.command.reserve.ClassRulebook;
import constancia.command.reserve.ClassRulebook.NewClassRule;
import constancia.kernel.Word;
import constancia.kernel.reserve.ItemClass;
import constancia.query.reserve.ClassesList;
import constancia.query.reserve.ReservesList;
import constancia.query.reserve.ReservesList.Filter;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The index of reserves, and the rules of the classes. */
@RestController
final class ReservesController {

    private static final Set<String> CLASS = Stream.of(ItemClass.RESERVED, ItemClass.CONFIDENTIAL).map(Word::word).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KIND = Set.of("agreement", "meeting", "deliberation", "case-file");

    private final ReservesList reserves;
    private final ClassesList classes;
    private final ClassRulebook rulebook;
    private final ListSupport lists;
    private final CommandBinder binder;
    private final JsonBodies bodies;
    private final Clock clock;

    ReservesController(ReservesList reserves, ClassesList classes, ClassRulebook rulebook, ListSupport lists, CommandBinder binder, JsonBodies bodies, Clock clock) {
        this.reserves = reserves;
        this.classes = classes;
        this.rulebook = rulebook;
        this.lists = lists;
        this.binder = binder;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping("/api/reserves")
    @Filters({"kind", "body", "class", "lapsed"})
    ResponseEntity<Page<ReservesList.Row>> reserves(HttpServletRequest request) {
        return lists.page(request, params -> reserves.page(Caller.current().reader(),
                new Filter(params.words("kind", KIND), params.bodies("body"), params.words("class", CLASS), params.bool("lapsed")), LocalDate.now(clock),
                params.pageRequest("since")));
    }

    @GetMapping("/api/classes")
    @Filters
    ResponseEntity<Page<ClassesList.Row>> classes(HttpServletRequest request) {
        return lists.page(request, params -> classes.page(Caller.current().reader(), params.pageRequest("class")));
    }

    @PostMapping("/api/classes")
    @Answers(takes = NewClassRule.class)
    ResponseEntity<NewClassRule> set(HttpServletRequest request) {
        var rule = binder.read(NewClassRule.class, bodies.read(request), LocalDate.now(clock));
        rulebook.set(rule, LocalDate.now(clock), Caller.current().account());
        return ResponseEntity.ok(rule);
    }
}
