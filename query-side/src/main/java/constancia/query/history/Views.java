package constancia.query.history;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The views of all kinds of items, by the kind's name in the journal. */
public final class Views {

    private final Map<String, View<?, ?>> byType;

    public Views(List<View<?, ?>> views) {
        this.byType = views.stream().collect(Collectors.toUnmodifiableMap(View::type, Function.identity()));
    }

    /** @throws IllegalArgumentException no view tells that kind */
    public View<?, ?> of(String type) {
        var view = byType.get(type);
        if (view == null) {
            throw new IllegalArgumentException("No view tells items of the kind " + type);
        }
        return view;
    }
}
