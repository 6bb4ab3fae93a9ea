package vn.toam.ownform;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.ownform.Sheets.line;
import static vn.toam.ownform.Sheets.shelters;
import static vn.toam.ownform.Sheets.with;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.SecondServer;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Form;
import vn.toam.geography.Level;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** A form made or changed on one server is the same on the other, at once: what a server keeps of it never goes stale. */
class SeenByBothServersTest extends ToamTest {

    @Autowired
    private OwnFormService forms;

    @Autowired
    private UnitService units;

    @Autowired
    private Clock clock;

    @Test
    void anOwnFormMadeHereIsFoundAndChangedThereAndSeenHereAgain() {
        int province = units.byCode(Level.PROVINCE, "08", LocalDate.now(clock))
                .orElseThrow()
                .id();
        Somebody reviewer = Posts.at("REVIEWER", province);
        OwnFormService others = SecondServer.bean(OwnFormService.class);

        Form made = reviewer.get(() -> forms.create(province, shelters()));
        assertThat(SecondServer.bean(Catalog.class).form(made.id(), 1)).isEqualTo(made);

        Form changed =
                reviewer.get(() -> others.change(made.id(), 1, with(shelters(), line("Số giường", "STOCK", "item"))));
        assertThat(reviewer.get(() -> forms.list(province)))
                .filteredOn(form -> form.newest() && form.id().equals(made.id()))
                .singleElement()
                .satisfies(form -> assertThat(form.form().fields()).isEqualTo(changed.fields()));
    }
}
