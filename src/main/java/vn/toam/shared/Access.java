package vn.toam.shared;

/**
 * May the person asking do this about that? Every service method asks before it reads or writes. Answered by {@code access} alone, which
 * knows roles; everybody else names a {@link Permission} and a {@link Subject}.
 */
public interface Access {

    /** The account asking. @throws NotAllowed when nobody is signed in */
    Me me();

    /** True when the account holds {@code permission} where {@code subject} lies and no {@link SubjectRule} is against it. Nothing is written down. */
    boolean allows(Permission permission, Subject subject);

    /** The account asking. @throws NotAllowed unless {@link #allows}; what a {@link SubjectRule} writes down is committed before */
    Me require(Permission permission, Subject subject);

    /** The account asking. @throws NotAllowed unless it holds {@code permission} anywhere (lists that filter by place themselves) */
    default Me require(Permission permission) {
        Me me = me();
        if (!me.may(permission)) {
            throw new NotAllowed();
        }
        return me;
    }

    /**
     * True when another account in use holds {@code permission} at the unit itself by a role that does not also hold {@code but}: somebody
     * else has the last word there.
     */
    boolean othersHold(Permission permission, Permission but, int unit);
}
