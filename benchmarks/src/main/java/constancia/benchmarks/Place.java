package constancia.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the register and the questions whose rows it shows, as a program asks them.
 *
 * @param name      its address, with what stands for ids
 * @param questions none where the page shows no rows of a list
 */
record Place(String name, String path, List<String> questions) {

    private static final String ROWS = "?limit=50";

    private static Place of(String name, Furnished in, String... questions) {
        return new Place(name, in.filled(name), Stream.of(questions).map(in::filled).toList());
    }

    /** Every page that somebody looks at in that register. */
    static List<Place> all(Furnished in) {
        var places = new ArrayList<Place>();
        places.add(of("/", in, "/api/commitments?condition=overdue&sort=dueOn&limit=10", "/api/commitments?status=assigned&sort=dueOn&limit=10", "/api/commitments?status=delivered&sort=dueOn&limit=10",
                "/api/commitments?condition=near-due&sort=dueOn&limit=10", "/api/extensions?limit=10", "/api/actions?condition=blocked&sort=dueOn&limit=10", "/api/meetings?status=closed&minutes=none&limit=10",
                "/api/meetings?minutes=draft&limit=10", "/api/meetings?minutes=circulated&limit=10", "/api/meetings?status=convened&from={today}&sort=startsAt&limit=3", "/api/agreements?sort=-agreedOn&limit=5", "/api/records?limit=8",
                "/api/evaluation/traffic-light?limit=500"));
        for (var list : List.of("plans", "actions", "commitments", "agreements", "meetings", "case-files", "institutions", "bodies", "indicators", "risks", "territories", "reserves")) {
            places.add(of("/" + list, in, "/api/" + list + ROWS));
        }
        for (var narrowed : List.of("actions?plan={plan}&condition=overdue", "actions?q=municipio", "commitments?institution={institution}&status=in-progress")) {
            places.add(of("/" + narrowed, in, "/api/" + narrowed + "&limit=50"));
        }
        places.add(of("/plans/{plan}", in, "/api/plans/{plan}", "/api/schedules?plan={plan}&sort=outline&limit=50", "/api/commitments?action={rows}&limit=500", "/api/reports?action={rows}&limit=500"));
        places.add(of("/plans/{plan}/outline", in, "/api/plans/{plan}", "/api/plans/{plan}/outline", "/api/indicators?plan={plan}&limit=500"));
        places.add(of("/plans/{plan}/recommendations", in, "/api/plans/{plan}", "/api/plans/{plan}/recommendations"));
        places.add(of("/plans/{plan}/indicators", in, Stream.concat(Stream.of("/api/plans/{plan}", "/api/indicators?plan={plan}&limit=500"), in.all("indicators").map(id -> "/api/indicators/" + id)).toArray(String[]::new)));
        places.add(of("/plans/{plan}/funding", in, "/api/plans/{plan}", "/api/funding?plan={plan}&limit=500", "/api/plans/{plan}/totals"));
        places.add(of("/plans/{plan}/risks", in, "/api/plans/{plan}", "/api/risks?plan={plan}&limit=500"));
        places.add(of("/plans/{plan}/actions/{action}/T3", in, "/api/plans/{plan}", "/api/schedules?plan={plan}&action={action}", "/api/commitments?plan={plan}&action={action}", "/api/reports?action={action}&period=T3"));
        places.add(of("/timeline", in, "/api/schedules?sort=outline&limit=50"));
        places.add(of("/timeline?plan={plan}", in, "/api/schedules?plan={plan}&sort=outline&limit=50"));
        places.add(of("/timeline?plan={plan}&group=institution&scale=month", in, "/api/schedules?plan={plan}&sort=institution&limit=50"));
        places.add(of("/calendar", in, "/api/actions?dueFrom={first}&dueTo={last}&sort=dueOn&limit=500", "/api/meetings?from={first}&until={last}&limit=500"));
        places.add(of("/persons", in, "/api/persons" + ROWS, "/api/institutions?limit=500"));
        places.add(of("/records", in, "/api/records" + ROWS));
        places.add(of("/search?q=municipio", in, Stream.of("agreements", "actions", "plans", "institutions", "bodies", "case-files", "indicators", "risks", "persons")
                .map(list -> "/api/" + list + "?q=municipio&limit=10").toArray(String[]::new)));
        places.add(of("/actions/{action}", in, "/api/actions/{action}", "/api/actions/{action}/history", "/api/risks?action={action}&limit=10", "/api/case-files?action={action}&limit=10"));
        places.add(of("/actions/{action}?step=2", in, "/api/actions/{action}", "/api/actions/{action}/history", "/api/actions/{action}/history/2"));
        places.add(of("/actions/{action}/report-progress", in, "/api/actions/{action}"));
        places.add(of("/agreements/{agreement}", in, "/api/agreements/{agreement}", "/api/agreements/{agreement}/history", "/api/actions?agreement={agreement}&limit=10", "/api/case-files?agreement={agreement}&limit=10"));
        places.add(of("/meetings/{meeting}", in, "/api/meetings/{meeting}", "/api/meetings/{meeting}/history", "/api/agreements?meeting={meeting}&limit=10", "/api/case-files?meeting={meeting}&limit=10"));
        places.add(of("/meetings/{meeting}/live", in, "/api/meetings/{meeting}", "/api/meetings/{meeting}/history"));
        places.add(of("/institutions/{institution}", in, "/api/institutions/{institution}", "/api/institutions/{institution}/history", "/api/commitments?institution={institution}&status=assigned&sort=dueOn&limit=10",
                "/api/commitments?institution={institution}&status=accepted,in-progress&sort=dueOn&limit=10", "/api/commitments?institution={institution}&status=delivered,verified&sort=dueOn&limit=10",
                "/api/agreements?institution={institution}&limit=10", "/api/case-files?coordinator={institution}&limit=10", "/api/evaluation/punctuality?institution={institution}"));
        places.add(of("/institutions/{institution}/dossier?mandate={mandate}", in, "/api/institutions/{institution}/handover?mandate={mandate}"));
        places.add(of("/bodies/{body}", in, "/api/bodies/{body}", "/api/bodies/{body}/history", "/api/meetings?body={body}&sort=-startsAt&limit=10", "/api/agreements?body={body}&sort=-agreedOn&limit=10",
                "/api/plans?body={body}&limit=10", "/api/case-files?body={body}&limit=10"));
        for (var kind : List.of("case-files/{file}", "indicators/{indicator}", "risks/{risk}")) {
            places.add(of("/" + kind, in, "/api/" + kind, "/api/" + kind + "/history"));
        }
        places.add(of("/imports", in));
        places.add(of("/administration", in));
        places.add(of("/administration/accounts", in, "/api/accounts", "/api/invitations"));
        return places;
    }
}
