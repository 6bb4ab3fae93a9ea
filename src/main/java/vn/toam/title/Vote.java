package vn.toam.title;

import java.math.BigDecimal;
import vn.toam.definition.CriteriaSet;

/**
 * What a meeting said of one household or of a whole list.
 *
 * @param households all households of the village, called or not
 * @param present households that were there
 * @param agreed those of them that agreed
 */
public record Vote(int households, int present, int agreed) {

    public Vote {
        if (agreed < 0 || present < agreed || households < present) {
            throw new IllegalArgumentException("agreed ≤ present ≤ households");
        }
    }

    /** Were enough of them there? Compared exactly: 59.9 % is not 60 %. */
    boolean quorate(CriteriaSet.Meeting meeting) {
        BigDecimal least = meeting.attendance();
        return present > 0 && (least == null || reaches(present, households, least));
    }

    /** Did enough of those who count agree? */
    boolean agrees(CriteriaSet.Meeting meeting) {
        int base = meeting.of() == CriteriaSet.Base.PRESENT ? present : households;
        return base > 0 && reaches(agreed, base, meeting.agree());
    }

    private static boolean reaches(int part, int whole, BigDecimal least) {
        return BigDecimal.valueOf(part).compareTo(least.multiply(BigDecimal.valueOf(whole))) >= 0;
    }
}
