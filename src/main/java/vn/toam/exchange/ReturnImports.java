package vn.toam.exchange;

import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.mapping.ImportKind;
import vn.toam.mapping.ImportTarget;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Words;

/** Tables are brought into the returns of a round by who may type one of them; for which units is asked row by row. */
@Component
class ReturnImports implements ImportKind {

    static final String KIND = "return";

    private final RoundService rounds;
    private final Catalog catalog;
    private final ReturnComparing comparing;
    private final ReturnSaving saving;
    private final Access access;
    private final Words words;

    ReturnImports(
            RoundService rounds,
            Catalog catalog,
            ReturnComparing comparing,
            ReturnSaving saving,
            Access access,
            Words words) {
        this.rounds = rounds;
        this.catalog = catalog;
        this.comparing = comparing;
        this.saving = saving;
        this.access = access;
        this.words = words;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Who may enter figures for somebody. */
    @Override
    public boolean mayImport() {
        Me me = access.me();
        return me.may(FORM_ENTER) || me.may(FORM_PROXY);
    }

    @Override
    public ImportTarget find(String key) {
        if (!mayImport()) {
            throw new NotAllowed();
        }
        Round round = rounds.find(UUID.fromString(key));
        return new ReturnTarget(
                round, catalog.form(round.form(), round.formVersion()), comparing, saving, access, words);
    }
}
