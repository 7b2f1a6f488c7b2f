package constancia.command.imports;

/** How much of a file is read before it is refused. Generous for a plan, small for a machine. */
final class Limits {
    static final int FILE_BYTES = 20 * 1024 * 1024;
    static final int ZIP_ENTRIES = 1_000;
    static final long UNPACKED_BYTES = 200L * 1024 * 1024;
    /** POI's default of one to a hundred; never relaxed. */
    static final double INFLATE_RATIO = 0.01;
    static final long RATIO_GRACE_BYTES = 100 * 1024;
    /** Parts that are kept whole in memory: relationships, list of sheets, styles. */
    static final int SMALL_PART_BYTES = 8 * 1024 * 1024;
    static final int XML_DEPTH = 64;

    static final int SHEETS = 100;
    static final int ROWS = 50_000;
    /** Of those that are no actions: what thousands of them add to one item is decided anew with each. */
    static final int OTHER_ROWS = 20_000;
    /** Titles and headings that may stand beside them. */
    static final int OTHER_LINES = 1_000;
    static final int COLUMNS = 200;
    static final int CELLS = 1_000_000;
    /** The longest text that Excel keeps in a cell. */
    static final int CELL_CHARACTERS = 32_767;
    static final int TOTAL_CHARACTERS = 20_000_000;
    static final int MERGED_AREAS = 50_000;
    /** More names, lines or notices than this in one place are not told apart: no person would read them. */
    static final int NAMES_IN_A_CELL = 30;
    static final int LINES_IN_A_CELL = 100;
    static final int NOTICES_OF_A_ROW = 8;
    /** Rows of a CSV with blank ones counted, as many as a sheet has. */
    static final int LINES = 1_048_576;

    private Limits() {
    }
}
