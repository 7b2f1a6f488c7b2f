package constancia.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Goes like any other clock, but stands where the demonstration put it. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration ahead;

    DemoClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /** How far it must be ahead of the real time to show that instant now. */
    Duration aheadAt(Instant instant) {
        return Duration.between(real.instant(), instant);
    }

    void put(Duration further) {
        ahead = further;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new DemoClock(real.withZone(zone), ahead);
    }
}
