package vn.toam.village;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList.Code;
import vn.toam.shared.Text;

/** What a village can be: the code list {@code village-kinds}. */
@Component
class VillageKinds {

    private static final String LIST = "village-kinds";

    private final Catalog catalog;

    VillageKinds(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Code> all() {
        return catalog.codes(LIST).codes();
    }

    Optional<Code> find(String code) {
        return catalog.codes(LIST).find(code);
    }

    /** "Thôn"; of a kind that the list lost, its code. */
    Text label(String kind) {
        return find(kind).map(Code::name).orElse(Text.of(kind));
    }

    /** "Thôn Hòa Bình", in English "Village Hòa Bình". */
    Text fullName(String kind, String name) {
        Text label = label(kind);
        return new Text(label.vi() + " " + name, label.en() + " " + name);
    }
}
