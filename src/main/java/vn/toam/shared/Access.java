package vn.toam.shared;

/**
 * May the person asking do this there? Every service method asks before it reads or writes. Answered by {@code identity} alone, which
 * knows roles; everybody else names a {@link Permission} and a place.
 */
public interface Access {

    /** The account asking. @throws NotAllowed when nobody is signed in */
    Me me();

    /** True when the account holds {@code permission} for the administrative unit {@code unit}. */
    boolean allows(Permission permission, int unit);

    /** True when the account holds {@code permission} for {@code agency} of {@code unit}: own agency, or a place its role reaches. */
    boolean allowsFor(Permission permission, int unit, int agency);

    /**
     * True when another account in use holds {@code permission} at the unit itself by a role that does not also hold {@code but}: somebody
     * else has the last word there.
     */
    boolean othersHold(Permission permission, Permission but, int unit);

    /** @throws NotAllowed unless {@link #allows} */
    default void require(Permission permission, int unit) {
        if (!allows(permission, unit)) {
            throw new NotAllowed();
        }
    }

    /** @throws NotAllowed unless {@link #allowsFor} */
    default void requireFor(Permission permission, int unit, int agency) {
        if (!allowsFor(permission, unit, agency)) {
            throw new NotAllowed();
        }
    }

    /** @throws NotAllowed unless the account holds {@code permission} anywhere (lists that filter by place themselves) */
    default Me require(Permission permission) {
        Me me = me();
        if (!me.may(permission)) {
            throw new NotAllowed();
        }
        return me;
    }
}
