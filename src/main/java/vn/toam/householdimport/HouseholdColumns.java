package vn.toam.householdimport;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.household.HouseholdFacts.Registration;
import vn.toam.household.Member.Sex;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordColumn.Kind;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** The columns of a list of households, as communes head them. Those of the household's facts are named as there. */
@Component
class HouseholdColumns {

    static final String VILLAGE = "village";
    static final String NO = "no";
    static final String NAME = "headName";
    static final String RELATION = "relation";
    static final String SEX = "headSex";
    static final String BIRTH = "headBirthYear";
    static final String REGISTRATION = "registration";
    static final String SINCE = "since";

    /** What is counted of a household, in the order in which {@link HouseholdRows} counts it. */
    static final List<String> COUNTS = List.of("persons", "female", "under16", "over60");

    private final Words words;

    HouseholdColumns(Words words) {
        this.words = words;
    }

    List<RecordColumn> all() {
        return List.of(
                RecordColumn.code(
                        VILLAGE, name(VILLAGE), true, List.of(), "Thôn", "Tổ dân phố", "Tên thôn", "Ấp", "Bản", "Xóm"),
                text(NO, false, "Hộ số", "Số hộ gia đình", "Mã hộ", "Số phiếu"),
                text(NAME, true, "Họ và tên", "Họ tên chủ hộ", "Họ tên", "Tên chủ hộ"),
                text(RELATION, false, "Quan hệ", "Quan hệ với chủ hộ", "QH với chủ hộ"),
                RecordColumn.code(SEX, name(SEX), false, sexes(), "Giới tính", "Nam nữ", "Giới"),
                text(BIRTH, false, "Năm sinh", "Ngày sinh", "Ngày tháng năm sinh"),
                text("address", false, "Địa chỉ", "Chỗ ở", "Nơi ở"),
                text("phone", false, "Số điện thoại", "Điện thoại", "SĐT"),
                RecordColumn.code(
                        REGISTRATION, name(REGISTRATION), false, registrations(), "Cư trú", "Tình trạng cư trú"),
                number("persons", "Số nhân khẩu", "Nhân khẩu", "Số khẩu", "Số người trong hộ"),
                number("female", "Nữ", "Số nhân khẩu nữ"),
                number("under16", "Trẻ em dưới 16 tuổi", "Số trẻ em"),
                number("over60", "Người cao tuổi", "Từ 60 tuổi trở lên"),
                number("disabled", "Khuyết tật", "Số người khuyết tật"),
                RecordColumn.of(SINCE, name(SINCE), Kind.DATE, false, "Ngày vào sổ", "Từ ngày"));
    }

    private RecordColumn text(String id, boolean required, String... synonyms) {
        return RecordColumn.of(id, name(id), Kind.TEXT, required, synonyms);
    }

    private RecordColumn number(String id, String... synonyms) {
        return RecordColumn.of(id, name(id), Kind.INTEGER, false, synonyms);
    }

    private Text name(String id) {
        return words.text("householdimport.column." + id);
    }

    private List<Option> sexes() {
        return Arrays.stream(Sex.values())
                .map(sex -> new Option(sex.name(), words.text("household.Sex." + sex.name())))
                .toList();
    }

    private List<Option> registrations() {
        return Arrays.stream(Registration.values())
                .map(each -> new Option(each.name(), words.text("household.Registration." + each.name())))
                .toList();
    }
}
