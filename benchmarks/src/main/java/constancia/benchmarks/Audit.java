package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Whether the register kept what it acknowledged: every command once in the journal, and once in the ledger. */
final class Audit {

    /**
     * @param missing  acknowledged, but not in the journal or not in the ledger
     * @param surplus  recorded, but never acknowledged
     * @param faults   what else is wrong; a few of each kind
     */
    record Found(long acknowledged, long missing, long surplus, List<String> faults) {
        boolean clean() {
            return missing == 0 && surplus == 0 && faults.isEmpty();
        }
    }

    private record Kept(int records, int distinct, int last, int numbered) {}

    private Audit() {}

    static Found of(Register register, Acknowledged acknowledged) throws SQLException, IOException {
        var kept = new HashMap<String, Kept>();
        var faults = new ArrayList<String>();
        try (var connection = register.database(); var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select e.aggregate_id, count(distinct e.event_index), count(distinct e.sequence_number), max(e.sequence_number) + 1, count(l.position)
                    from journal.event e left join journal.ledger l using (event_index)
                    where e.aggregate_type = 'action' group by 1""")) {
                while (rows.next()) {
                    kept.put(rows.getString(1), new Kept(rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getInt(5)));
                }
            }
            try (var rows = statement.executeQuery("select count(*), coalesce(max(position), 0), (select count(*) from journal.event) from journal.ledger")) {
                rows.next();
                if (rows.getLong(1) != rows.getLong(2) || rows.getLong(1) != rows.getLong(3)) {
                    faults.add("the ledger has " + rows.getLong(1) + " records up to position " + rows.getLong(2) + " for " + rows.getLong(3) + " events");
                }
            }
        }
        long missing = 0;
        long surplus = 0;
        for (var one : acknowledged.versions().entrySet()) {
            var found = kept.remove(one.getKey());
            int version = one.getValue();
            if (found == null) {
                missing += version;
                continue;
            }
            missing += Math.max(0, version - Math.min(found.distinct, found.numbered));
            surplus += Math.max(0, Math.max(found.records, found.numbered) - version);
            if (found.last != version || found.records != found.distinct || found.numbered != found.records) {
                faults.add(one.getKey() + ": acknowledged up to version " + version + ", kept " + found);
            }
        }
        surplus += kept.values().stream().mapToInt(Kept::records).sum();
        return new Found(acknowledged.count(), missing, surplus, faults.stream().limit(10).toList());
    }

    /** The same asked through HTTP for a few of them. */
    static List<String> sample(Register register, Acknowledged acknowledged, int size) throws IOException {
        var faults = new ArrayList<String>();
        int step = Math.max(1, acknowledged.versions().size() / size);
        int i = 0;
        for (var one : acknowledged.versions().entrySet()) {
            if (i++ % step == 0) {
                int version = register.ask("GET", "/api/actions/" + one.getKey(), null).get("version").asInt();
                if (version != one.getValue()) {
                    faults.add(one.getKey() + ": acknowledged up to version " + one.getValue() + ", answered " + version);
                }
            }
        }
        return faults;
    }
}
