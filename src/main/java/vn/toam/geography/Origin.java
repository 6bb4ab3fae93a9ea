package vn.toam.geography;

/** Which former units a unit is made of, for what purpose: a link of the law counts or does not. */
public enum Origin {
    /** Those that went in whole or left their remainder: at most one heir each, so that their figures are counted once. */
    MAIN {
        @Override
        boolean counts(Share share, boolean ended) {
            return share != Share.PART;
        }
    },
    /** Those that ended by going in, whole or in part: their duties and rights are now everybody's who took some of them. */
    ENDED {
        @Override
        boolean counts(Share share, boolean ended) {
            return ended;
        }
    },
    /** Those of which any piece went in, gone or going on. */
    ANY {
        @Override
        boolean counts(Share share, boolean ended) {
            return true;
        }
    };

    /** @param ended true: the old unit ended on the day of the link */
    abstract boolean counts(Share share, boolean ended);
}
