package vn.toam.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.geography.Level;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

class AgencyNamesTest extends ToamTest {

    static final LocalDate DAY = LocalDate.of(2022, 4, 13);

    @Autowired
    AgencyNames names;

    @Autowired
    UnitService units;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phòng Văn hóa và Thông tin huyện | Phòng Văn hóa và Thông tin huyện Tân Yên
            Phòng VH&TT huyện | Phòng Văn hóa và Thông tin huyện Tân Yên
            Phòng Văn hoá – Thông tin | Phòng Văn hóa và Thông tin huyện Tân Yên
            Phòng Giáo dục và Đào tạo huyện Tân Yên | Phòng Giáo dục và Đào tạo huyện Tân Yên
            Phòng LĐ-TB&XH | Phòng Lao động - Thương binh và Xã hội huyện Tân Yên
            Trung tâm Văn hóa - Thông tin và Thể thao huyện | Trung tâm Văn hóa - Thông tin và Thể thao huyện Tân Yên
            Công an huyện | Công an huyện Tân Yên
            UBND huyện | Ủy ban nhân dân huyện Tân Yên
            Uỷ ban nhân dân huyện Tân Yên | Ủy ban nhân dân huyện Tân Yên
            UBND tỉnh | Ủy ban nhân dân tỉnh Bắc Giang
            Ủy ban nhân dân tỉnh Bắc Giang | Ủy ban nhân dân tỉnh Bắc Giang
            Sở Văn hóa, Thể thao và Du lịch tỉnh | Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Giang
            Bộ VH-TT-DL | Bộ Văn hóa, Thể thao và Du lịch
            Uỷ ban Mặt trận Tổ quốc | Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tân Yên
            Hội Liên hiệp Phụ nữ | Hội Liên hiệp Phụ nữ huyện Tân Yên
            Hội LHPN huyện | Hội Liên hiệp Phụ nữ huyện Tân Yên
            Huyện đoàn | Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Tân Yên
            Liên đoàn lao động | Liên đoàn Lao động huyện Tân Yên
            Hội Cựu chiến binh | Hội Cựu chiến binh huyện Tân Yên
            UBND xã Cao Xá | Ủy ban nhân dân xã Cao Xá
            """)
    void aDistrictPlanNamesOneAgency(String written, String full) {
        int tanYen = units.byCode(Level.DISTRICT, "216", DAY).orElseThrow().id();
        AgencyMatch match = names.resolve(tanYen, written, DAY);
        assertThat(match.agencies()).extracting(a -> a.fullName().vi()).containsExactly(full);
        assertThat(match.collective()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sở Văn hóa và Thể thao | Sở Văn hóa và Thể thao thành phố Hải Phòng
            Sở VHTTDL | Sở Văn hóa và Thể thao thành phố Hải Phòng
            Sở Lao động - Thương binh và Xã hội | Sở Lao động - Thương binh và Xã hội thành phố Hải Phòng
            Công an thành phố | Công an thành phố Hải Phòng
            Công an TP Hải Phòng | Công an thành phố Hải Phòng
            Báo Hải Phòng | Báo Hải Phòng
            Đài Phát thanh và Truyền hình Hải Phòng | Đài Phát thanh và Truyền hình Hải Phòng
            Ủy ban Mặt trận Tổ quốc Việt Nam thành phố | Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hải Phòng
            Đoàn Thanh niên cộng sản Hồ Chí Minh thành phố | Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố Hải Phòng
            Ban Dân vận Thành ủy | Ban Dân vận Thành ủy Hải Phòng
            Bộ Văn hóa, Thể thao và Du lịch | Bộ Văn hóa, Thể thao và Du lịch
            """)
    void aCityPlanNamesOneAgency(String written, String full) {
        AgencyMatch match = names.resolve(haiPhong(), written, DAY);
        assertThat(match.agencies()).extracting(a -> a.fullName().vi()).containsExactly(full);
    }

    @Test
    void collectiveNamesMeanAllLowerUnits() {
        int tanYen = units.byCode(Level.DISTRICT, "216", DAY).orElseThrow().id();
        assertThat(names.resolve(tanYen, "UBND các xã, thị trấn", DAY).agencies())
                .hasSize(19);
        assertThat(names.resolve(tanYen, "Ủy ban nhân dân các xã, thị trấn", DAY)
                        .collective())
                .isTrue();
        assertThat(names.resolve(haiPhong(), "Ủy ban nhân dân các quận, huyện", DAY)
                        .agencies())
                .hasSize(15);
        int dienBien = units.byCode(Level.PROVINCE, "11", DAY).orElseThrow().id();
        assertThat(names.resolve(dienBien, "UBND các huyện, thị xã, thành phố", DAY)
                        .agencies())
                .hasSize(10);
        assertThat(names.resolve(dienBien, "UBND các xã, phường", LocalDate.of(2026, 1, 1))
                        .agencies())
                .hasSize(45);
    }

    @Test
    void collectiveNamesMeanTheAgenciesOfTheUnit() {
        assertThat(names.resolve(haiPhong(), "các sở, ban, ngành, đoàn thể thành phố", DAY)
                        .agencies())
                .extracting(Agency::body)
                .contains(Body.DEPARTMENT, Body.FORCE, Body.FRONT)
                .doesNotContain(Body.GOVERNMENT);
        assertThat(names.resolve(haiPhong(), "Các Sở, ngành thành phố", DAY).agencies())
                .extracting(Agency::body)
                .doesNotContain(Body.FRONT);
    }

    @Test
    void anUnknownNameIsNotGuessed() {
        assertThat(names.resolve(haiPhong(), "Câu lạc bộ cờ vua", DAY).unknown())
                .isTrue();
    }

    private int haiPhong() {
        return units.byCode(Level.PROVINCE, "31", DAY).orElseThrow().id();
    }
}
