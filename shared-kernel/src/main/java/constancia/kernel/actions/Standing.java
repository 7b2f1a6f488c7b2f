package constancia.kernel.actions;

/** A commitment as its action's status sees it. */
public record Standing(Role role, CommitmentStatus status) {

    /** Lead or co-responsible, and neither declined nor released. Only these decide the action's status. */
    public boolean binding() {
        return role.binds() && !status.ended();
    }
}
