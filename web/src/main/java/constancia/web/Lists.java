package constancia.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The lists that an item has of its own: those that take its kind as a filter. */
public final class Lists {

    private static final String ROOT = "/api/";

    private Lists() {}

    /** By which parameter lists are narrowed to what belongs to one item: {@code caseFile}. */
    public static String filter(Collections collection) {
        var name = collection.itemName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The handlers of these lists by the last part of their paths. */
    public static Map<String, HandlerMethod> of(RequestMappingHandlerMapping mapping, Collections collection) {
        var lists = new TreeMap<String, HandlerMethod>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var filters = handler.getMethodAnnotation(Filters.class);
            if (filters != null && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    && Arrays.asList(filters.value()).contains(filter(collection))) {
                info.getPatternValues().stream().filter(pattern -> pattern.lastIndexOf('/') == ROOT.length() - 1)
                        .forEach(pattern -> lists.put(pattern.substring(ROOT.length()), handler));
            }
        });
        return lists;
    }
}
