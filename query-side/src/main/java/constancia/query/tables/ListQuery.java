package constancia.query.tables;

import constancia.query.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list: a select with conditions, in the order of one column and then of the id, page by page without gaps or
 * repetitions. The select must name the columns {@code id} and {@code sort_key} (text, never null) and end before its where.
 */
public final class ListQuery {

    private static final UUID NOTHING = new UUID(0, 0);

    /** What the reader of the list may not know of, for selects that name other items. */
    public static final String HIDDEN = "(select item from journal.hidden_items(cast(:holdings as text[])))";
    private static final String HOLDINGS = "holdings";

    /** Days in their order as texts, those without one last. An index may have it, which it may not of {@code to_char}. */
    public static String dayKey(String column) {
        return "coalesce(lpad((" + column + " - date '0001-01-01')::text, 7, '0'), '~')";
    }

    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    public ListQuery(Reader reader, String select) {
        this.select = select;
        params.put(HOLDINGS, reader.holdings());
    }

    /** Adds {@code condition}, which uses {@code :name}, unless the value is null or an empty collection. */
    public ListQuery where(String condition, String name, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> all && all.isEmpty())) {
            conditions.add(condition);
            params.put(name, value);
        }
        return this;
    }

    public ListQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Only rows of items of which the reader may know. */
    public ListQuery known(String item) {
        return where(item + " not in " + HIDDEN);
    }

    /** Rows whose {@link SearchText} contains what is sought, if anything is. */
    public ListQuery containing(String column, @Nullable String sought) {
        return where(column + " like :sought", "sought", sought == null ? null : SearchText.anywhere(sought));
    }

    /** A value that conditions or the select use without being a condition itself. */
    public ListQuery with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** @throws constancia.kernel.Invalid the cursor is not one of ours */
    public <T> Page<T> page(JdbcClient db, PageRequest request, RowMapper<T> mapper) {
        forgetHidden(db);
        var rows = db.sql("select * from (" + filtered() + ") l" + after(request)
                + " order by sort_key " + request.direction() + ", id " + request.direction() + " limit " + (request.limit() + 1))
                .params(params).query((row, line) -> new Keyed<>(row.getString("sort_key"), row.getString("id"), mapper.mapRow(row, line)))
                .list();
        var shown = rows.subList(0, Math.min(rows.size(), request.limit()));
        var next = rows.size() > request.limit() ? shown.getLast().cursor() : null;
        int total = request.cursor() == null && next == null ? shown.size() : count(db);
        return Page.of(shown.stream().map(Keyed::row).toList(), next, total);
    }

    private int count(JdbcClient db) {
        return db.sql("select count(*) from (select 1 from (" + filtered() + ") f limit " + (Page.COUNTED + 1) + ") c").params(params).query(Integer.class).single();
    }

    /** The one row of a select that adds up. */
    public <T> T single(JdbcClient db, RowMapper<T> mapper) {
        forgetHidden(db);
        return db.sql(filtered()).params(params).query(mapper).single();
    }

    /** The rows of a select that adds up by these columns, in their order. */
    public <T> List<T> grouped(JdbcClient db, String by, RowMapper<T> mapper) {
        forgetHidden(db);
        return db.sql(filtered() + " group by " + by + " order by " + by).params(params).query(mapper).list();
    }

    /** Whoever asks for what belongs to something that is hidden from them asks for what belongs to nothing. */
    private void forgetHidden(JdbcClient db) {
        var asked = params.values().stream().flatMap(value -> value instanceof Collection<?> all ? all.stream() : Stream.of(value))
                .filter(UUID.class::isInstance).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return;
        }
        var hidden = db.sql("select item from journal.hidden_items(cast(:holdings as text[])) where item in (:asked)")
                .param(HOLDINGS, params.get(HOLDINGS)).param("asked", asked).query(UUID.class).set();
        if (!hidden.isEmpty()) {
            params.replaceAll((name, value) -> value instanceof Collection<?> all ? all.stream().map(one -> hidden.contains(one) ? NOTHING : one).toList()
                    : hidden.contains(value) ? NOTHING : value);
        }
    }

    private String filtered() {
        return conditions.isEmpty() ? select : select + " where " + String.join(" and ", conditions);
    }

    private String after(PageRequest request) {
        if (request.cursor() == null) {
            return "";
        }
        var cursor = Cursor.read(request.cursor());
        params.put("cursorKey", cursor.key());
        params.put("cursorId", cursor.id());
        return " where (sort_key, id) " + (request.descending() ? "<" : ">") + " (:cursorKey, :cursorId::uuid)";
    }

    private record Keyed<T>(String key, String id, T row) {
        String cursor() {
            return new Cursor(key, id).write();
        }
    }

    private record Cursor(String key, String id) {

        String write() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String cursor) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                return new Cursor(text.substring(36), java.util.UUID.fromString(text.substring(0, 36)).toString());
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new constancia.kernel.Invalid("cursor", "bad-cursor");
            }
        }
    }
}
