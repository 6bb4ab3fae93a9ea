package vn.toam.householdimport;

import java.util.List;
import java.util.Optional;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.shared.SearchWords;
import vn.toam.village.Village;
import vn.toam.village.VillageMatch;
import vn.toam.village.Villages;

/** Villages whose book the sender keeps, as lists name them; what is only alike without marks is asked about, unless it was typed without any. */
final class VillageNames implements ColumnChoices {

    private final Villages villages;
    private final List<Village> all;

    VillageNames(Villages villages, List<Village> all) {
        this.villages = villages;
        this.all = all;
    }

    @Override
    public List<Option> find(String said) {
        VillageMatch match = villages.match(all, said);
        boolean bare = SearchWords.fold(said).equals(said.strip().toLowerCase(java.util.Locale.ROOT));
        return match.exact() || bare ? options(match.villages()) : List.of();
    }

    @Override
    public List<Option> near(String said) {
        List<Village> alike = villages.match(all, said).villages();
        return options(alike.isEmpty() ? all : alike);
    }

    @Override
    public Optional<Option> option(String code) {
        return options(all).stream()
                .filter(option -> option.code().equals(code))
                .findFirst();
    }

    private static List<Option> options(List<Village> villages) {
        return villages.stream()
                .map(village -> new Option(village.id().toString(), village.fullName()))
                .toList();
    }
}
