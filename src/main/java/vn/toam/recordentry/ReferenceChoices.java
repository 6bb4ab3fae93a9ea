package vn.toam.recordentry;

import java.util.List;
import java.util.Optional;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.OptionNames;
import vn.toam.mapping.RecordColumn.Option;

/** Records as tables name them: by what they are called, with their day behind it where several are called so. */
final class ReferenceChoices implements ColumnChoices {

    private final OptionNames bare;
    private final OptionNames dated;
    private final boolean all;

    /**
     * @param bare what each is called
     * @param dated the same with its day
     * @param all false: there are more than these, so that a name alone never says which one is meant
     */
    ReferenceChoices(List<Option> bare, List<Option> dated, boolean all) {
        this.bare = new OptionNames(bare);
        this.dated = new OptionNames(dated);
        this.all = all;
    }

    @Override
    public List<Option> find(String said) {
        List<Option> exact = dated.find(said);
        List<Option> found = exact.isEmpty() && all
                ? bare.find(said).stream()
                        .flatMap(option -> dated.option(option.code()).stream())
                        .toList()
                : exact;
        return found;
    }

    @Override
    public List<Option> near(String said) {
        return bare.near(said).stream()
                .flatMap(option -> dated.option(option.code()).stream())
                .toList();
    }

    @Override
    public Optional<Option> option(String code) {
        return dated.option(code);
    }
}
