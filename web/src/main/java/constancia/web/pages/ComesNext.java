package constancia.web.pages;

import static java.util.Map.entry;

import constancia.web.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people come for at an item as it stands, by its status: that is offered first, everything else they may behind it. What has ended awaits nothing. */
final class ComesNext {

    private static final Map<Collections, Map<String, List<String>>> AFTER = Map.of(
            Collections.ACTIONS, Map.of(
                    "proposed", List.of("accept-commitment", "assign-responsible", "schedule-action", "report-progress", "report-impediment"),
                    "committed", List.of("report-progress", "mark-delivered", "request-extension", "grant-extension", "assign-responsible", "report-impediment"),
                    "in-progress", List.of("report-progress", "mark-delivered", "verify-delivery", "accept-commitment", "request-extension", "grant-extension", "report-impediment"),
                    "delivered", List.of("verify-delivery", "return-delivery", "attach-evidence"),
                    "fulfilled", List.of(),
                    "cancelled", List.of("reopen-action")),
            Collections.AGREEMENTS, Map.of(
                    "pending-signatures", List.of("sign-agreement", "submit-for-legal-review", "clear-legal-review", "return-for-changes", "revise-draft"),
                    "in-force", List.of("link-action", "add-addendum", "sign-addendum", "record-response", "record-reservation", "declare-fulfilled"),
                    "suspended", List.of("resume-agreement", "terminate-agreement"),
                    "expired", List.of("renew-agreement"),
                    "terminated", List.of(), "superseded", List.of(), "fulfilled", List.of()),
            Collections.MEETINGS, Map.ofEntries(
                    entry("convened", List.of("open-meeting", "answer-convocation", "add-agenda-item", "postpone-meeting", "cancel-meeting")),
                    entry("open", List.of("put-question", "record-position", "compile-proposal", "assess-proposal", "conclude-deliberation", "close-agenda-item", "close-meeting")),
                    entry("closed", List.of("draft-minutes")),
                    entry("closed draft", List.of("circulate-minutes", "draft-minutes")),
                    entry("closed circulated", List.of("observe-minutes", "answer-observation", "acknowledge-minutes", "approve-minutes")),
                    entry("closed approved", List.of("sign-minutes", "issue-corrigendum")),
                    entry("cancelled", List.of())),
            Collections.PLANS, Map.of(
                    "draft", List.of("add-outline-nodes", "date-periods", "adopt-plan"),
                    "adopted", List.of("respond-to-recommendation", "add-outline-nodes", "extend-plan", "add-periods", "close-plan"),
                    "closed", List.of()),
            Collections.CASE_FILES, Map.of(
                    "open", List.of("note-in-case-file", "enter-stage", "link-to-case-file", "record-correspondence", "await-institution", "resolve-case-file"),
                    "waiting", List.of("receive-answer", "note-in-case-file", "enter-stage", "link-to-case-file", "record-correspondence", "resolve-case-file"),
                    "resolved", List.of("close-case-file", "note-in-case-file", "reopen-case-file"),
                    "closed", List.of("reopen-case-file")),
            Collections.INSTITUTIONS, Map.of("active", List.of("appoint-representative", "end-mandate", "add-alias", "rename-institution"), "ended", List.of()),
            Collections.BODIES, Map.of("active", List.of("seat-institution", "vacate-seat", "set-quorum", "adopt-rules", "set-series-template"), "dissolved", List.of()),
            Collections.INDICATORS, Map.of("active", List.of("record-measurement", "set-target"), "retired", List.of()),
            Collections.RISKS, Map.of(
                    "watched", List.of("report-warning-sign", "activate-measure", "declare-materialised", "close-risk"),
                    "signalled", List.of("activate-measure", "declare-materialised", "report-warning-sign", "close-risk"),
                    "materialised", List.of("activate-measure", "close-risk"),
                    "closed", List.of()));

    private ComesNext() {}

    /** Names of commands, the likeliest first. */
    static List<String> of(Collections kind, JsonNode item) {
        var byStatus = AFTER.get(kind);
        var status = item.get("status").asString();
        return byStatus.getOrDefault(status + " " + item.at("/minutes/status").asString(""), byStatus.getOrDefault(status, List.of()));
    }
}
