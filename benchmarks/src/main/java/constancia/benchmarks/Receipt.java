package constancia.benchmarks;

/** Reads {@code {"id":"…","version":7,"token":"…"}} without a JSON parser. */
final class Receipt {

    private Receipt() {}

    static String id(String receipt) {
        return text(receipt, "\"id\":\"");
    }

    static int version(String receipt) {
        int from = after(receipt, "\"version\":");
        int until = from;
        while (Character.isDigit(receipt.charAt(until))) {
            until++;
        }
        return Integer.parseInt(receipt, from, until, 10);
    }

    static String token(String receipt) {
        return text(receipt, "\"token\":\"");
    }

    private static String text(String receipt, String name) {
        int from = after(receipt, name);
        return receipt.substring(from, receipt.indexOf('"', from));
    }

    private static int after(String receipt, String name) {
        int at = receipt.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("No " + name + " in " + receipt);
        }
        return at + name.length();
    }
}
