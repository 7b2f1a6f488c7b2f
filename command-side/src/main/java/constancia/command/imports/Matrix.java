package constancia.command.imports;

import java.util.List;
import java.util.Optional;

/** A planning matrix as recognised: nothing in it is decided yet. Numbers of blocks count from 0. */
public record Matrix(List<String> titles, List<Label> labels, List<Component> components, List<Period> periods,
                     List<Block> blocks, List<MatrixRow> rows, List<Notice> notices) {

    /** A row of the title block, such as "Código MDG-F: 00067226". Never one that names a person. */
    public record Label(String name, String value) {
    }

    /** A component of the plan; either of the two may be an empty text. */
    public record Component(String code, String text) {
        static final Component NONE = new Component("", "");

        /** What tells it from the others: its code or, without one, its text. */
        public String key() {
            return code.isEmpty() ? text : code;
        }

        boolean isNone() {
            return equals(NONE);
        }
    }

    /** A period as written in the heading, under the code that marks use: "T5" for "Trimestre 5 (Oct-Dic 2010)". */
    public record Period(String code, String label) {
    }

    /** The actions that answer the same recommendations; a recommendation may have none. */
    public record Block(Component component, List<String> recommendations) {
        public Block {
            recommendations = List.copyOf(recommendations);
        }

        String fingerprint() {
            return Fingerprint.ofBlock(component.key(), recommendations);
        }
    }

    public Matrix {
        titles = List.copyOf(titles);
        labels = List.copyOf(labels);
        components = List.copyOf(components);
        periods = List.copyOf(periods);
        blocks = List.copyOf(blocks);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /** The title rows in one text. */
    public Optional<String> title() {
        return titles.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", titles));
    }

    public Block blockOf(MatrixRow row) {
        return blocks.get(row.block());
    }

    /** What makes each row the same in another file, in the order of the rows. */
    public List<String> fingerprints() {
        List<String> shared = blocks.stream().map(Block::fingerprint).toList();
        return rows.stream().map(r -> Fingerprint.of(shared.get(r.block()), r.number(), r.text(), r.when(), r.responsibleText())).toList();
    }
}
