package constancia.command;

/**
 * A command that takes the next number of a series. Two of one series cannot both win: the later one is decided again.
 * A process that lets commands with equal keys wait for each other <em>before</em> their transactions begin spares them
 * that; folios are right without it.
 */
public interface TakesFolio {

    /** Equal for commands that will probably take their number from the same series. */
    Object folioKey();
}
