package constancia.command.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which parts a part refers to, inside the same file. What lies outside does not exist for us. */
final class Relationships {

    /** @param type the last word of the relationship's type, such as "worksheet" */
    record Target(String type, String part) {
    }

    private Relationships() {
    }

    /** The relationships of a part, by id; of the whole package for an empty name. */
    static Map<String, Target> of(ZipParts parts, String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        var targets = new LinkedHashMap<String, Target>();
        if (parts.has(name)) {
            SafeXml.parse(new ByteArrayInputStream(parts.small(name)), new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String qName, Attributes attributes) {
                    String type = attributes.getValue("Type");
                    if ("Relationship".equals(local) && type != null && !"External".equals(attributes.getValue("TargetMode"))) {
                        String target = URI.create("/" + part).resolve(attributes.getValue("Target")).getPath();
                        targets.put(attributes.getValue("Id"),
                            new Target(type.substring(type.lastIndexOf('/') + 1), target.substring(1)));
                    }
                }
            });
        }
        return targets;
    }
}
