package constancia.web.territories;

import constancia.command.AtMost;
import constancia.command.territories.Territories;
import constancia.command.territories.Territory;
import constancia.kernel.territories.TerritoryKind;
import constancia.query.history.UnknownItem;
import constancia.query.tables.Page;
import constancia.query.territories.TerritoriesList;
import constancia.query.territories.TerritoriesList.Filter;
import constancia.query.territories.TerritoriesList.Row;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of territories: its list, one of them, and putting some into it. */
@RestController
final class TerritoriesController {

    private static final Set<String> KIND = Stream.of(TerritoryKind.values()).map(TerritoryKind::word).collect(Collectors.toUnmodifiableSet());

    private final TerritoriesList list;
    private final Territories territories;
    private final ListSupport lists;
    private final CommandBinder binder;
    private final JsonBodies bodies;
    private final Clock clock;

    TerritoriesController(TerritoriesList list, Territories territories, ListSupport lists, CommandBinder binder, JsonBodies bodies, Clock clock) {
        this.list = list;
        this.territories = territories;
        this.lists = lists;
        this.binder = binder;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What is put into the catalogue. */
    public record Entries(@AtMost(500) List<Territory> territories) {}

    record Put(int put) {}

    @GetMapping("/api/territories")
    @Filters({"kind", "parent", "q"})
    ResponseEntity<Page<Row>> list(HttpServletRequest request) {
        return lists.page(request, params -> list.page(Caller.current().reader(),
                new Filter(params.words("kind", KIND), params.texts("parent"), params.text("q")), params.pageRequest("code")));
    }

    @GetMapping("/api/territories/{code}")
    ResponseEntity<Row> one(@PathVariable String code, HttpServletRequest request) {
        return lists.whole(request, Set.of(), () -> list.one(Caller.current().reader(), code).orElseThrow(UnknownItem::new));
    }

    @PostMapping("/api/territories")
    @Answers(takes = Entries.class)
    ResponseEntity<Put> put(HttpServletRequest request) {
        var entries = binder.read(Entries.class, bodies.read(request), LocalDate.now(clock));
        territories.put(entries.territories(), Caller.current().account());
        return ResponseEntity.ok(new Put(entries.territories().size()));
    }
}
