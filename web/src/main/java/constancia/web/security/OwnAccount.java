package constancia.web.security;

/** What somebody changes of the own account. */
public interface OwnAccount {

    /**
     * A new password; every other session and every browser that was known ends with the old one.
     *
     * @param session the id of the session that stays
     * @throws constancia.kernel.Invalid the password may not be chosen
     */
    void changePassword(String account, String password, String session);
}
