package constancia.benchmarks;

/** The limit and the register one after the other, at the same number of clients. */
record Round(int clients, double limit, Load.Measured register, long caughtUpMillis) {

    double ratio() {
        return register.perSecond() / limit;
    }

    double spread() {
        return register.p99() / register.p50();
    }
}
