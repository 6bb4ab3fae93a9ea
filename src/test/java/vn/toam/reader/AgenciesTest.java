package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and roles of agencies; roles by initial: Lead, Coordinate, Advise, Assigned (A too), Requested. */
class AgenciesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. Sở Văn hóa, Thể thao và Du lịch⏎- Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan hướng dẫn.⏎2. Sở Y tế⏎- Hướng dẫn chuyên môn. | Sở Văn hóa, Thể thao và Du lịch=LA; Sở Y tế=CA
            1. Sở Lao động - Thương binh và Xã hội⏎- Chủ trì tham mưu triển khai chương trình. | Sở Lao động - Thương binh và Xã hội=LAA
            1. Sở Giáo dục và Đào tạo: Tăng cường sự phối hợp giữa gia đình và nhà trường.⏎2. Sở Y tế: Phối hợp với Công an tỉnh kiểm tra. | Sở Giáo dục và Đào tạo=A; Sở Y tế=CA; Công an tỉnh=C
            1. Sở Nội vụ chịu trách nhiệm theo dõi, đôn đốc.⏎2. Sở Tài chính có trách nhiệm bố trí kinh phí. | Sở Nội vụ=A; Sở Tài chính=A
            1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh và các tổ chức thành viên của Mặt trận⏎- Tuyên truyền, vận động hội viên. | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh=R; Hội Nông dân tỉnh=R; các tổ chức thành viên của Mặt trận=R
            1. Báo và Phát thanh, Truyền hình Cần Thơ⏎- Mở chuyên mục. | Báo và Phát thanh, Truyền hình Cần Thơ=A
            1. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh⏎- Nắm chắc tình hình. | Công an tỉnh=A; Bộ Chỉ huy Quân sự tỉnh=A
            1. Ủy ban nhân dân các xã, phường, đặc khu⏎- Bố trí nguồn lực.⏎2. Sở Y tế⏎- Phối hợp với Ủy ban nhân dân các phường, xã, đặc khu thực hiện. | Ủy ban nhân dân các xã, phường, đặc khu=CA; Sở Y tế=CA
            1. Phòng Văn hóa và Thông tin huyện⏎- Kiểm tra.⏎Giao Phòng VH&TT huyện chủ trì theo dõi. | Phòng Văn hóa và Thông tin huyện=LA
            1. Sở Nội vụ (Cơ quan thường trực Ban Vì sự tiến bộ phụ nữ):⏎- Tổng hợp báo cáo. | Sở Nội vụ=A
            1. Sở Y tế⏎- Hướng dẫn.⏎Trong quá trình thực hiện nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế. | Sở Y tế=A
            """)
    void readsWhoDoesWhat(String lines, String expected) {
        assertThat(Reading.roles(Reading.implementation(lines))).isEqualTo(expected);
    }

    @Test
    void workOnTheHeadingsOwnLineIsADuty() {
        PlanDraft plan = Reading.implementation(
                "1. Sở Nội vụ, Sở Tài chính: Bố trí kinh phí thực hiện kế hoạch.⏎2. Sở Y tế⏎- Hướng dẫn chuyên môn.");

        assertThat(plan.duties().getFirst().items())
                .extracting(PlanDraft.Passage::text)
                .containsExactly("Bố trí kinh phí thực hiện kế hoạch.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp, Ủy ban nhân dân phường, xã, đặc khu. | Sở Nội vụ=LA; Sở Tư pháp=C; Ủy ban nhân dân phường, xã, đặc khu=C
            - Cơ quan thực hiện: Sở Giáo dục và Đào tạo và Sở Y tế chủ trì. | Sở Giáo dục và Đào tạo=LA; Sở Y tế=LA
            - Đơn vị chủ trì: Sở Nội vụ, Sở Tài chính.⏎- Cơ quan phối hợp: Bảo hiểm xã hội tỉnh. | Sở Nội vụ=LA; Sở Tài chính=LA; Bảo hiểm xã hội tỉnh=C
            - Giao cho Trung tâm Văn hóa huyện xây dựng chuyên mục. | Trung tâm Văn hóa huyện=A
            """)
    void readsRolesInTasks(String lines, String expected) {
        PlanDraft plan = Reading.of(
                "KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao.\nII. NHIỆM VỤ\n1. Tuyên truyền\n- Nội dung: Phổ biến pháp luật.\n"
                        + lines.replace("⏎", "\n") + "\n");
        assertThat(Reading.roles(plan)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. Sở Y tế⏎- Phối hợp với Công an tỉnh mời báo cáo viên tập huấn. | Sở Y tế=CA; Công an tỉnh=C
            1. Sở Y tế⏎- Phối hợp với Sở Tư pháp biên soạn tài liệu; phối hợp với Hội Phụ nữ xã ký kết chương trình. | Sở Y tế=CA; Sở Tư pháp=C; Hội Phụ nữ xã=C
            1. Sở Y tế⏎- Phối hợp Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh vận chuyển hàng. | Sở Y tế=CA; Bộ Chỉ huy Quân sự tỉnh=C; Công an tỉnh=C
            1. Đề nghị Văn phòng Tỉnh ủy, các Ban xây dựng Đảng, Tòa án nhân dân tỉnh và Kho bạc Nhà nước khu vực III tăng cường công tác gia đình. | Văn phòng Tỉnh ủy=R; các Ban xây dựng Đảng=R; Tòa án nhân dân tỉnh=R; Kho bạc Nhà nước khu vực III=R
            1. Sở Y tế⏎- Hướng dẫn.⏎2. Khuyến khích Liên đoàn Lao động tỉnh xây dựng kế hoạch hành động. | Sở Y tế=A; Liên đoàn Lao động tỉnh=R
            1. UBND các phường: Tân An, Hòa Bình, Phú Lợi⏎- Bố trí kinh phí. | UBND các phường: Tân An, Hòa Bình, Phú Lợi=A
            1. Các sở, ban, ngành⏎- Lồng ghép nội dung gia đình.⏎2. Sở Y tế⏎- Hướng dẫn. | Các sở, ban, ngành=A; Sở Y tế=A
            1. Các sở, ban, ngành, Ủy ban nhân dân các xã chịu trách nhiệm thực hiện Kế hoạch. | Các sở, ban, ngành=A; Ủy ban nhân dân các xã=A
            1. Các cơ quan thông tin, truyền thông của tỉnh: Xây dựng chuyên mục.⏎2. Sở Y tế: Hướng dẫn.⏎3. Sở Tư pháp: Tập huấn. | Các cơ quan thông tin, truyền thông của tỉnh=A; Sở Y tế=A; Sở Tư pháp=A
            1. Các doanh nghiệp hoạt động trong lĩnh vực du lịch trên địa bàn tỉnh⏎- Tuân thủ quy định.⏎2. Sở Y tế⏎- Hướng dẫn. | Các doanh nghiệp hoạt động trong lĩnh vực du lịch trên địa bàn tỉnh=A; Sở Y tế=A
            1. Ban Quản lý các khu công nghệ cao và khu công nghiệp⏎- Chủ trì thực hiện. | Ban Quản lý các khu công nghệ cao và khu công nghiệp=LA
            1. Báo và Phát thanh, Truyền hình tỉnh; Cổng Thông tin điện tử tỉnh⏎- Mở chuyên mục. | Báo và Phát thanh, Truyền hình tỉnh=A; Cổng Thông tin điện tử tỉnh=A
            1. Sở Y tế⏎- Hướng dẫn.⏎2. Cơ chế phối hợp và trách nhiệm giải trình⏎- Các đơn vị phối hợp.⏎3. Sở Tư pháp⏎- Tập huấn. | Sở Y tế=A; Sở Tư pháp=A
            1. Sở Y tế⏎- Hướng dẫn.⏎2. Kinh phí thực hiện⏎- Từ ngân sách.⏎3. Sở Tư pháp⏎- Tập huấn. | Sở Y tế=A; Sở Tư pháp=A
            1. Sở Y tế⏎- Hướng dẫn.⏎Trên đây là Kế hoạch; đề nghị các cơ quan, đơn vị triển khai thực hiện. | Sở Y tế=A
            1. Sở Y tế⏎- Trên cơ sở đề xuất của các sở, ban, ngành chuyên môn, Sở Tài chính phối hợp với các đơn vị thẩm định. | Sở Y tế=CA
            1. Sở Y tế⏎- Báo cáo Ủy ban nhân dân tỉnh kết quả. | Sở Y tế=A
            """)
    void readsNamesToTheirEndAndNoFurther(String lines, String expected) {
        assertThat(Reading.roles(Reading.implementation(lines))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            II. NỘI DUNG THỰC HIỆN⏎1. Sở Y tế⏎a) Chủ trì thực hiện.⏎2. Sở Tài chính⏎a) Tham mưu bố trí kinh phí.⏎3. Sở Nội vụ, Sở Tư pháp⏎Phối hợp với Sở Y tế kiểm tra. | Sở Y tế=LCA; Sở Tài chính=AA; Sở Nội vụ=CA; Sở Tư pháp=CA
            II. MỤC TIÊU⏎1. Mục tiêu cụ thể⏎a) Đối với trẻ em⏎- 100% trẻ em được chăm sóc.⏎b) Đối với hộ gia đình: 90% hộ được phổ biến kiến thức. | ``
            II. NHIỆM VỤ⏎1. Truyền thông⏎a) Đối với Sở Y tế⏎- Xây dựng chuyên mục.⏎b) Đối với người dân⏎- Tham gia hội thi. | Sở Y tế=A
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Xây dựng chuyên mục.⏎Đơn vị chủ trì thực hiện: Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp.⏎Đơn vị phối hợp: Sở Nội vụ. | Báo và Phát thanh, Truyền hình tỉnh=L; Sở Tư pháp=L; Sở Nội vụ=C
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Xây dựng chuyên mục.⏎Đơn vị chủ trì tham mưu thực hiện: Sở Công Thương. | Sở Công Thương=LA
            II. NHIỆM VỤ⏎1. Rà soát⏎- Rà soát đội ngũ.⏎Đơn vị chủ trì: Các sở, ngành, UBND cấp xã. | Các sở, ngành=L; UBND cấp xã=L
            II. NHIỆM VỤ⏎1. Rà soát⏎- Rà soát đội ngũ.⏎Đơn vị chủ trì: Các cơ quan, đơn vị liên quan. | ``
            """)
    void readsAgencyHeadingsLinesAndColumns(String lines, String expected) {
        assertThat(Reading.roles(Reading.year2026(lines))).isEqualTo(expected);
    }

    @Test
    void columnsOfATableSayWhoLeadsAndWhoTakesPart() {
        PlanDraft plan = Reading.year2026(
                "II. NỘI DUNG⏎|TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|⏎|1|Hội thi|Sở Y tế|Công an tỉnh, Sở Tư pháp|");

        assertThat(Reading.roles(plan)).isEqualTo("Sở Y tế=L; Công an tỉnh=C; Sở Tư pháp=C");
    }

    @Test
    void articlesOfADecisionGiveDutiesToo() {
        PlanDraft plan = Reading.of("""
                BỘ Y TẾ
                Số: 15/QĐ-BYT
                Hà Nội, ngày 24 tháng 01 năm 2026

                QUYẾT ĐỊNH
                Ban hành Kế hoạch kiểm tra công tác gia đình

                QUYẾT ĐỊNH:
                Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra.
                Điều 2. Giao Vụ Pháp chế chủ trì, phối hợp với Cục Quản lý khám chữa bệnh thực hiện.
                Văn phòng Bộ có trách nhiệm bố trí kinh phí.
                Điều 3. Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Quyết định này.

                Nơi nhận:
                - Như Điều 3.

                KẾ HOẠCH
                Kiểm tra công tác gia đình

                I. NỘI DUNG
                1. Kiểm tra
                - Kiểm tra tại các tỉnh.
                """);
        assertThat(Reading.roles(plan)).isEqualTo("Vụ Pháp chế=LA; Cục Quản lý khám chữa bệnh=C; Văn phòng Bộ=A");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. Viện Văn hóa, Nghệ thuật, Thể thao và Du lịch tỉnh⏎- Nghiên cứu.⏎2. Sở Y tế⏎- Hướng dẫn. | Viện Văn hóa, Nghệ thuật, Thể thao và Du lịch tỉnh=A; Sở Y tế=A
            1. Trung tâm Văn hóa, Thông tin, Thể thao và Truyền thông xã⏎- Mở chuyên mục. | Trung tâm Văn hóa, Thông tin, Thể thao và Truyền thông xã=A
            1. Trung tâm Y tế, Trung tâm Văn hóa và Trạm Y tế xã⏎- Truyền thông. | Trung tâm Y tế=A; Trung tâm Văn hóa=A; Trạm Y tế xã=A
            1. Hội Nông dân, Hội Phụ nữ, Hội Cựu chiến binh và Đoàn Thanh niên xã⏎- Vận động. | Hội Nông dân=A; Hội Phụ nữ=A; Hội Cựu chiến binh=A; Đoàn Thanh niên xã=A
            1. Trường Cao đẳng Văn hóa, Nghệ thuật và Du lịch tỉnh⏎- Đào tạo. | Trường Cao đẳng Văn hóa, Nghệ thuật và Du lịch tỉnh=A
            1. Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ⏎- Hướng dẫn. | Sở Văn hóa, Thể thao và Du lịch=A; Sở Nội vụ=A
            1. Sở Văn hóa và Thể thao/Sở Du lịch tỉnh, thành phố trực thuộc Trung ương⏎- Hướng dẫn. | Sở Văn hóa và Thể thao/Sở Du lịch tỉnh, thành phố trực thuộc Trung ương=A
            1. Công an tỉnh, Thanh tra tỉnh⏎- Kiểm tra. | Công an tỉnh=A; Thanh tra tỉnh=A
            1. Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh⏎- Hướng dẫn. | Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh=A
            1. Ban Quản lý Khu kinh tế và các huyện⏎- Hướng dẫn. | Ban Quản lý Khu kinh tế=A; các huyện=A
            1. Báo và Đài Phát thanh, Truyền hình tỉnh⏎- Mở chuyên mục. | Báo và Đài Phát thanh, Truyền hình tỉnh=A
            1. Báo Hòa An và Đài Phát thanh tỉnh⏎- Mở chuyên mục. | Báo Hòa An=A; Đài Phát thanh tỉnh=A
            1. Bảo tàng tỉnh, Thư viện tỉnh⏎- Trưng bày. | Bảo tàng tỉnh=A; Thư viện tỉnh=A
            """)
    void namesWithCommasAndAndInside(String sentence, String expected) {
        assertThat(Reading.roles(Reading.implementation(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. Sở Tài chính, trên cơ sở đề xuất của các đơn vị, địa phương, chủ trì tổng hợp trình Ủy ban nhân dân tỉnh. | Sở Tài chính=LA
            1. Sở Nội vụ, trong phạm vi chức năng của mình, chủ trì, phối hợp với Sở Tư pháp thực hiện. | Sở Nội vụ=LA; Sở Tư pháp=C
            1. Sở Tư pháp, căn cứ kết quả rà soát, tham mưu Ủy ban nhân dân tỉnh ban hành văn bản. | Sở Tư pháp=AA
            1. Công an tỉnh, theo thẩm quyền, chủ trì xử lý vi phạm. | Công an tỉnh=LA
            1. Sở Y tế, với vai trò cơ quan thường trực, có trách nhiệm đôn đốc. | Sở Y tế=A
            1. Sở Xây dựng, hằng năm, báo cáo tiến độ. | Sở Xây dựng=A
            1. Sở Tư pháp, Sở Nội vụ chủ trì thực hiện. | Sở Tư pháp=LA; Sở Nội vụ=LA
            1. Tất cả các lực lượng tham gia phải tuân thủ quy định an toàn.⏎2. Sở Y tế⏎- Hướng dẫn. | Sở Y tế=A
            1. Sở Y tế⏎- Hướng dẫn.⏎2. Mọi tổ chức, cá nhân có trách nhiệm tham gia. | Sở Y tế=A
            1. Các cơ quan, đơn vị, địa phương, doanh nghiệp nghiêm túc triển khai thực hiện. | ``
            1. Các doanh nghiệp viễn thông có trách nhiệm nhắn tin miễn phí. | Các doanh nghiệp viễn thông=A
            1. Sở Tài chính⏎- Trên cơ sở dự toán, bố trí kinh phí. | Sở Tài chính=A
            """)
    void wordsBetweenTheAgencyAndItsDuty(String sentence, String expected) {
        assertThat(Reading.roles(Reading.implementation(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Công an tỉnh chủ trì, Sở Tư pháp phối hợp thực hiện. | Công an tỉnh=LA; Sở Tư pháp=CA
            Công an tỉnh chủ trì; Sở Tư pháp, Sở Nội vụ phối hợp. | Công an tỉnh=LA; Sở Tư pháp=CA; Sở Nội vụ=CA
            Mở lớp tập huấn (Sở Nội vụ chủ trì; Sở Tài chính cùng phối hợp). | Sở Nội vụ=LA; Sở Tài chính=CA
            Mở lớp tập huấn (Sở Nội vụ chủ trì). | Sở Nội vụ=LA
            Mở lớp tập huấn (Sở Nội vụ tổng hợp). | ``
            Công an tỉnh chủ trì, phối hợp với Sở Tư pháp thực hiện. | Công an tỉnh=LA; Sở Tư pháp=C
            Rà soát văn bản do Sở Tư pháp quản lý. | ``
            Phân công thực hiện: Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ. | Sở Tư pháp=LA; Sở Nội vụ=C
            Đơn vị thực hiện: Giao Công an xã. | Công an xã=A
            Cơ quan chủ trì, đơn vị thực hiện: Sở Tư pháp. | Sở Tư pháp=LA
            Đơn vị chủ trì và cơ quan thực hiện: Trường Chính trị tỉnh. | Trường Chính trị tỉnh=LA
            Mở lớp tại cơ quan chủ trì theo lịch. | ``
            """)
    void leadAndPartnerInOneBreath(String sentence, String expected) {
        assertThat(Reading.roles(Reading.task(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. UBND các xã, phường: Chỉ đạo các trường học bảo vệ trẻ em.⏎2. Sở Y tế: Hướng dẫn. | UBND các xã, phường=A; Sở Y tế=A
            1. UBND các xã, phường: Tổ chức thực hiện. | UBND các xã, phường=A
            1. Ủy ban nhân dân các xã, phường, đặc khu: Rà soát đối tượng. | Ủy ban nhân dân các xã, phường, đặc khu=A
            1. UBND các xã: Tân Lập, Hòa Bình⏎- Bố trí quỹ đất. | UBND các xã: Tân Lập, Hòa Bình=A
            1. UBND các xã: Tân Lập, Hòa Bình; UBND phường An Thành⏎- Bố trí quỹ đất. | UBND các xã: Tân Lập, Hòa Bình=A; UBND phường An Thành=A
            1. Sở Y tế⏎- UBND các xã xây dựng kế hoạch, báo cáo Sở Y tế. | Sở Y tế=A; UBND các xã=A
            1. Sở Y tế⏎- Hướng dẫn.⏎UBND tỉnh yêu cầu các sở xây dựng kế hoạch. | Sở Y tế=A
            1. Văn phòng HĐND và UBND xã⏎- Tham mưu. | Văn phòng HĐND và UBND xã=AA
            1. Văn phòng Đoàn đại biểu Quốc hội và UBND tỉnh⏎- Theo dõi. | Văn phòng Đoàn đại biểu Quốc hội và UBND tỉnh=A
            1. Văn phòng Tỉnh ủy và UBND tỉnh⏎- Theo dõi. | Văn phòng Tỉnh ủy=A; UBND tỉnh=A
            1. Phòng Văn hóa - Xã hội⏎- Tuyên truyền.⏎2. Phòng Kinh tế⏎- Rà soát. | Phòng Văn hóa - Xã hội=A; Phòng Kinh tế=A
            1. Phòng Lao động - Thương binh và Xã hội⏎- Rà soát.⏎2. Hội đồng Thi đua - Khen thưởng⏎- Xét khen. | Phòng Lao động - Thương binh và Xã hội=A; Hội đồng Thi đua - Khen thưởng=A
            1. Công an tỉnh⏎- Phối hợp với UBND cùng cấp nắm tình hình. | Công an tỉnh=CA; UBND cùng cấp=C
            """)
    void governmentsOfficesAndHyphens(String lines, String expected) {
        assertThat(Reading.roles(Reading.implementation(lines))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Trách nhiệm thực hiện: Sở Y tế (chủ trì), Sở Tư pháp, Công an tỉnh (phối hợp). | Sở Y tế=LA; Sở Tư pháp=CA; Công an tỉnh=CA
            Đơn vị thực hiện: Sở Y tế, Sở Nội vụ (đồng chủ trì). | Sở Y tế=LA; Sở Nội vụ=LA
            Đơn vị thực hiện: Sở Y tế, Sở Nội vụ (chủ trì). | Sở Y tế=LA; Sở Nội vụ=LA
            Đơn vị thực hiện: Sở Y tế (cơ quan chủ trì); Sở Nội vụ (cơ quan phối hợp). | Sở Y tế=LA; Sở Nội vụ=CA
            Đơn vị thực hiện: Sở Y tế (cơ quan thường trực), Sở Nội vụ. | Sở Y tế=A; Sở Nội vụ=A
            Đơn vị thực hiện: Sở Y tế (phối hợp). | Sở Y tế=CA
            Đơn vị thực hiện: Sở Y tế, Sở Nội vụ. | Sở Y tế=A; Sở Nội vụ=A
            Cơ quan thực hiện: Công an tỉnh (chủ trì), UBND các xã (phối hợp thực hiện). | Công an tỉnh=LA; UBND các xã=CA
            Cơ quan thực hiện: Công an tỉnh (chủ trì), UBND các xã. | Công an tỉnh=LA; UBND các xã=A
            Phân công thực hiện: Công an tỉnh chủ trì, UBND các xã phối hợp. | Công an tỉnh=LA; UBND các xã=CA
            Phân công thực hiện: Sở Y tế (Chi cục Dân số). | Sở Y tế=A
            Cơ quan thực hiện: các đơn vị liên quan (phối hợp). | ``
            """)
    void rolesInBracketsBehindTheNames(String sentence, String expected) {
        assertThat(Reading.roles(Reading.task(sentence))).isEqualTo(expected);
    }

    /** A numbered sentence whose subject is the agency gives its duty to that agency. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ủy ban nhân dân các xã, phường tổ chức thực hiện Kế hoạch, báo cáo hằng quý. | Ủy ban nhân dân các xã, phường
            Trung tâm Công tác xã hội tỉnh tiếp nhận, chăm sóc nạn nhân. | Trung tâm Công tác xã hội tỉnh
            Công an tỉnh mở đợt cao điểm phòng ngừa bạo lực gia đình. | Công an tỉnh
            Ủy ban nhân dân các xã, phường, đặc khu lập danh sách hộ có nguy cơ. | Ủy ban nhân dân các xã, phường, đặc khu
            Sở Tư pháp rà soát hương ước, quy ước. | Sở Tư pháp
            Đồn Biên phòng Pa Thơm tuần tra, nắm tình hình các bản biên giới. | Đồn Biên phòng Pa Thơm
            Trường Chính trị tỉnh lồng ghép nội dung vào chương trình bồi dưỡng. | Trường Chính trị tỉnh
            Báo và Phát thanh, Truyền hình tỉnh mở chuyên mục hằng tuần. | Báo và Phát thanh, Truyền hình tỉnh
            Trung tâm Trợ giúp pháp lý nhà nước cử trợ giúp viên bảo vệ nạn nhân. | Trung tâm Trợ giúp pháp lý nhà nước
            Bệnh viện Đa khoa tỉnh bố trí phòng tạm lánh. | Bệnh viện Đa khoa tỉnh
            Tòa án nhân dân tỉnh xét xử lưu động các vụ án bạo lực gia đình. | Tòa án nhân dân tỉnh
            Bưu điện tỉnh phát hành tờ rơi đến từng hộ. | Bưu điện tỉnh
            """)
    void aSentenceBelongsToItsSubject(String sentence, String agency) {
        PlanDraft plan = Reading.implementation("1. Sở Văn hóa, Thể thao và Du lịch⏎- Theo dõi, đôn đốc.⏎2. " + sentence
                + "⏎3. Sở Tài chính⏎- Bố trí kinh phí.");
        assertThat(plan.duties()).extracting(d -> d.agencies().getFirst()).contains(agency);
    }
}
