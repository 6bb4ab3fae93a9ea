package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plans write numbers that bind: value, comparator, year and frequency of each. */
class TargetsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Duy trì từ 80% hộ gia đình trở lên đạt danh hiệu gia đình văn hóa. | GE 80 percent
            Từ 95% trở lên các hộ gia đình được tuyên truyền. | GE 95 percent
            Số thôn có câu lạc bộ đạt 70% trở lên. | GE 70 percent
            Số hộ được cung cấp thông tin đạt từ 98% trở lên. | GE 98 percent
            Ít nhất 85% số vụ được hòa giải. | GE 85 percent
            Tối thiểu 40% số xã có mô hình. | GE 40 percent
            Tỷ lệ nữ chủ doanh nghiệp đạt ít nhất 27%. | GE 27 percent
            Tỷ lệ cán bộ nữ trong quy hoạch ít nhất vào năm 2025 đạt 40%. | GE 40 percent 2025
            Tỷ lệ hộ dùng nước sạch ≥ 30%. | GE 30 percent
            Trên 90% người cao tuổi được khám sức khỏe. | GT 90 percent
            Tỷ lệ hộ nghèo duy trì dưới mức 1%. | LT 1 percent
            Tỷ lệ tử vong mẹ dưới 4/100.000 trẻ đẻ sống. | LT 4 rate
            Tỷ lệ bỏ học không quá 10%. | LE 10 percent
            Mỗi năm giảm 10% số vụ bạo lực gia đình. | DECREASE_BY 10 percent yearly
            Giảm 50% số cặp tảo hôn vào năm 2025. | DECREASE_BY 50 percent 2025
            Số lượt khách tăng trên 03% so với năm 2018. | INCREASE_BY 3 percent
            Tăng thêm ít nhất 20% số nhóm trẻ. | INCREASE_BY 20 percent
            Cắt giảm ít nhất 30% thời gian giải quyết thủ tục. | DECREASE_BY 30 percent
            Doanh thu tăng bình quân 12%/năm. | INCREASE_BY 12 percent yearly
            Hằng năm giảm 5 - 10% số vụ tai nạn. | DECREASE_BY 5-10 percent yearly
            Giảm tỷ trọng lao động nữ trong nông nghiệp xuống dưới 30% vào năm 2025. | LT 30 percent 2025
            Giảm số giờ làm việc nhà của phụ nữ còn 1,7 lần vào năm 2025. | EQ 1.7 rate 2025
            Tỷ suất sinh giảm từ 23 ca sinh/1.000 phụ nữ xuống 18 ca sinh/1.000 phụ nữ vào năm 2025. | EQ 18 rate 2025
            Tăng tỷ lệ lao động nữ làm công hưởng lương đạt 50% vào năm 2025. | EQ 50 percent 2025
            Tỷ số tử vong trẻ em giảm xuống còn 500/100.000 trẻ. | EQ 500 rate
            Tổng tỷ suất sinh đạt 2,1 con/phụ nữ. | EQ 2.1 rate
            Tỷ số giới tính khi sinh ở mức 107 trẻ trai/100 trẻ gái vào năm 2025. | EQ 107 rate 2025
            Đến năm 2025 đạt 70% và đến năm 2030 đạt trên 90% số xã. | EQ 70 percent 2025; GT 90 percent 2030
            Tỷ lệ biết chữ đạt 65% vào năm 2025 và 75% vào năm 2030. | EQ 65 percent 2025; EQ 75 percent 2030
            Thể nhẹ cân dưới 10% (nội thành), 5% (ngoại thành) vào năm 2025. | LT 10 percent 2025; LT 5 percent 2025
            Đến năm 2025 đạt 80% người bị bạo lực được tư vấn; 50% người gây bạo lực được giáo dục. | EQ 80 percent 2025; EQ 50 percent 2025
            Đến năm 2025 đạt 80% xã có mô hình; mỗi năm 01 lần các câu lạc bộ được tập huấn. | EQ 80 percent 2025; EQ 1 times yearly
            Từ năm 2025 trở đi, 100% nạn nhân được hỗ trợ. | EQ 100 percent 2025
            Hằng năm, 100% trường học đưa kiến thức gia đình vào giảng dạy. | EQ 100 percent yearly
            100% xã, phường mỗi quý có ít nhất 04 tin, bài về bình đẳng giới. | EQ 100 percent quarterly; GE 4 count quarterly
            Có ít nhất một cơ sở y tế cung cấp dịch vụ vào năm 2025. | GE 1 count 2025
            Hình thành ít nhất 100 câu lạc bộ, 50 địa chỉ tin cậy. | GE 100 count; GE 50 count
            Cung cấp thông tin cho người học tại 100% nhà trường. | EQ 100 percent
            Độ che phủ rừng đạt 33,59%. | EQ 33.59 percent
            Phấn đấu có 1.703 hộ thoát nghèo. | EQ 1703 count
            """)
    void readsNumbersThatBind(String sentence, String expected) {
        assertThat(Reading.targets(Reading.objective(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tổ chức sơ kết 05 năm thực hiện Kế hoạch. | ``
            Kế hoạch có 06 chỉ tiêu và 04 nội dung. | ``
            Phát triển mô hình "Gia đình 05 không, 03 sạch". | ``
            Thực hiện nguyên tắc 06 rõ. | ``
            Chăm sóc người từ 65 tuổi trở lên. | ``
            Ngành đặc thù có tỷ lệ nữ thấp dưới 30% có thể điều chỉnh mục tiêu. | ``
            70% người dân được khám ít nhất 4 loại bệnh. | EQ 70 percent
            80% nạn nhân được tiếp cận ít nhất một trong các dịch vụ. | EQ 80 percent
            Phấn đấu không để xảy ra bạo lực học đường. | ``
            Tỷ lệ trẻ có cân nặng thấp (dưới 2.500 gram) dưới 4%. | LT 4 percent
            Tỷ lệ hộ nghèo giảm còn 2% (năm 2020 là 5,5%). | EQ 2 percent
            """)
    void leavesOutNumbersThatBindNobody(String sentence, String expected) {
        assertThat(Reading.targets(Reading.objective(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            II. MỤC TIÊU⏎1. Đến năm 2030⏎- 90% thôn có hương ước.⏎ | EQ 90 percent 2030
            II. MỤC TIÊU⏎2. Mục tiêu cụ thể⏎Hằng năm, cần thực hiện các mục tiêu sau:⏎- 90% thôn có hương ước.⏎ | EQ 90 percent yearly
            II. CHỈ TIÊU⏎1. Phấn đấu đến cuối năm 2025 đạt các chỉ tiêu sau:⏎- 100% xã hằng tháng có chuyên mục.⏎ | EQ 100 percent 2025 monthly
            II. MỤC TIÊU⏎1. Mục tiêu cụ thể⏎- Đến năm 2030:⏎tỷ lệ hộ nghèo dưới 3%.⏎ | LT 3 percent 2030
            II. KẾT QUẢ ĐẠT ĐƯỢC⏎- Năm 2020 có 85% hộ đạt chuẩn.⏎ | ``
            II. NHIỆM VỤ⏎1. Hỗ trợ⏎- Hỗ trợ 50% kinh phí từ ngân sách.⏎ | ``
            II. NHIỆM VỤ⏎1. Tuyên truyền⏎- Phấn đấu 100% hộ ký cam kết.⏎ | EQ 100 percent
            """)
    void takesYearAndFrequencyFromHeadingOrLeadIn(String lines, String expected) {
        PlanDraft plan = Reading.of("KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n"
                + lines.replace("⏎", "\n") + "III. KINH PHÍ\n");
        assertThat(Reading.targets(plan)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Thu hút 400 triệu USD vốn đầu tư đến năm 2030. | EQ 400 money 2030
            Quy mô kinh tế đạt 91 triệu đồng/người vào năm 2030. | EQ 91 money 2030
            Giá trị sản xuất đạt từ 1.200 đến 1.500 tỷ đồng. | EQ 1200-1500 money
            Giá trị sản xuất đạt 1.200 tỷ đồng, tăng bình quân hàng năm 9 - 12%. | EQ 1200 money; INCREASE_BY 9-12 percent yearly
            Tỷ lệ lấp đầy đạt 55-65%. | EQ 55-65 percent
            Phấn đấu giảm 5% đến 10% số vụ bạo lực mỗi năm. | DECREASE_BY 5-10 percent yearly
            Tổng số lao động tăng 3 - 5% so với năm 2025. | INCREASE_BY 3-5 percent
            Tỷ lệ hộ nghèo giảm 1%-1,5%. | DECREASE_BY 1-1.5 percent
            Đạt 12 bác sĩ/vạn dân. | EQ 12 rate
            Tỷ lệ tử vong dưới 4/1.000 trẻ đẻ sống. | LT 4 rate
            Quy mô giao dịch gấp 30 lần năm 2025. | EQ 30 rate
            Mức hỗ trợ 5 triệu đồng mỗi hộ. | ``
            Bố trí kinh phí 20 tỷ đồng. | ``
            """)
    void readsMoneyRangesAndRates(String sentence, String expected) {
        assertThat(Reading.targets(Reading.year2026("II. MỤC TIÊU⏎- " + sentence + "⏎III. KINH PHÍ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Từ năm 2026 đến năm 2030 có ít nhất 12% cán bộ nữ tham gia cấp ủy. | GE 12 percent 2030
            Trong giai đoạn 2026 - 2030, 80% số xã có mô hình. | EQ 80 percent 2030
            Hỗ trợ 60% hộ nghèo theo chuẩn nghèo giai đoạn 2022 - 2025. | EQ 60 percent
            Thực hiện Chương trình giai đoạn 2021 - 2025, phấn đấu 70% số xã có mô hình. | EQ 70 percent
            Hiện nay có 22% xã có mô hình. | ``
            Duy trì 45 câu lạc bộ (chiếm 32,2 % số thôn). | EQ 45 count
            Năm 2024 đạt 85% hộ gia đình văn hóa. | ``
            Năm 2026 đạt 85% hộ gia đình văn hóa. | EQ 85 percent 2026
            Tuyên truyền theo lộ trình hàng năm, phấn đấu đạt 25% xã sạch năm 2026. | EQ 25 percent 2026
            Đầu tư cơ sở theo kế hoạch hằng năm, đạt 70% nhu cầu. | EQ 70 percent
            Hằng năm, 90% số vụ được hòa giải. | EQ 90 percent yearly
            Mỗi năm phấn đấu 90% số vụ được hòa giải. | EQ 90 percent yearly
            """)
    void aYearOrRhythmBindsOnlyWhatItIsSaidOf(String sentence, String expected) {
        assertThat(Reading.targets(Reading.year2026("II. MỤC TIÊU⏎- " + sentence + "⏎III. KINH PHÍ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ. | EQ 2.1 rate
            Tỷ số giới tính khi sinh dưới 111 bé trai/100 bé gái. | LT 111 rate
            Trên 75% các đơn vị được trang bị phương tiện. | GT 75 percent
            Ít nhất 60% số hộ nhận tiền qua tài khoản. | GE 60 percent
            Phấn đấu đến năm 2030 diện tích rừng đạt 1.700 ha. | EQ 1700 count 2030
            Có ít nhất 02 vùng nuôi công nghệ cao. | GE 2 count
            Phấn đấu thu hút 20 tỷ đồng xã hội hóa. | EQ 20 money
            Hỗ trợ 50% kinh phí từ ngân sách. | ``
            Vốn ngân sách chiếm 80% tổng vốn đầu tư. | ``
            Tổ chức 02 lớp tập huấn. | ``
            Mức hỗ trợ 5 triệu đồng mỗi hộ. | ``
            Đến nay có 85% hộ đạt chuẩn. | ``
            """)
    void readsTargetsAmongTheTasks(String sentence, String expected) {
        assertThat(Reading.targets(Reading.task(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            II. NỘI DUNG TRỌNG TÂM⏎1. Chỉ tiêu chủ yếu đến năm 2031⏎1.1. 75% các đơn vị được trang bị phương tiện. | EQ 75 percent 2031
            II. NỘI DUNG THI ĐUA⏎1. Nội dung⏎Được cụ thể hóa bằng các chỉ tiêu sau:⏎(1) 100% số hộ được tuyên truyền;⏎(2) Mở 50 lớp. | EQ 100 percent; EQ 50 count
            II. MỤC TIÊU⏎1. Mục tiêu chung⏎- Tỷ trọng kinh tế số đạt tối thiểu 30%. | GE 30 percent
            II. MỤC TIÊU⏎1. Tầm nhìn đến năm 2035⏎- 100% số xã có mô hình. | EQ 100 percent 2035
            II. MỤC TIÊU GIAI ĐOẠN 2026 - 2030⏎- 90% số xã có mô hình. | EQ 90 percent 2030
            II. TÌNH HÌNH⏎1. Nhiệm vụ chi⏎a) Chi đầu tư⏎- Phấn đấu đạt 97% kế hoạch. | ``
            """)
    void knowsWhereTargetsStand(String lines, String expected) {
        assertThat(Reading.targets(Reading.year2026(lines + "⏎III. KINH PHÍ"))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            100% xã, phường, đặc khu có địa chỉ tin cậy. | xã, phường, đặc khu
            90% cán bộ, công chức, viên chức được tập huấn. | cán bộ, công chức, viên chức
            Tỷ lệ hộ gia đình ở xã, phường, thị trấn đạt chuẩn văn hóa đạt 85%. | hộ gia đình ở xã, phường, thị trấn
            80% nạn nhân được phát hiện, tư vấn, hỗ trợ. | nạn nhân
            Tỷ lệ dân số từ 15 tuổi trở lên biết chữ đạt 98%. | dân số từ 15 tuổi trở lên
            95% trẻ em, phụ nữ, người cao tuổi được tiếp cận dịch vụ, trong đó ưu tiên vùng sâu. | trẻ em, phụ nữ, người cao tuổi
            100% hồ sơ, dữ liệu chuyên ngành được cập nhật. | hồ sơ, dữ liệu chuyên ngành
            100% các dự án đầu tư xây dựng được giám sát. | các dự án đầu tư xây dựng
            Tỷ lệ thu gom, xử lý rác thải đạt 100%. | thu gom, xử lý rác thải
            Quy mô kinh tế đạt 91 triệu đồng/người. | Quy mô kinh tế
            Tổng số lao động tăng 5% so với năm 2025. | Tổng số lao động
            Phấn đấu đạt 25% xã sạch năm 2026. | xã sạch
            Duy trì 45 câu lạc bộ (chiếm 32,2 % số thôn). | câu lạc bộ
            """)
    void aPopulationGoesOnOverCommasAsFarAsItsPredicate(String sentence, String expected) {
        assertThat(Reading.year2026("II. MỤC TIÊU⏎- " + sentence + "⏎III. KINH PHÍ")
                        .targets()
                        .getFirst()
                        .population())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Đến hết năm 2027 có 30% số thôn có câu lạc bộ; đến năm 2030 là 60%. | EQ 30 percent 2027; EQ 60 percent 2030
            Tỷ lệ hộ ký cam kết đến năm 2029 là 95%. | EQ 95 percent 2029
            Tỷ lệ hộ ký cam kết tới năm 2029 là trên 95%. | GT 95 percent 2029
            Phấn đấu đạt 90% số hộ (năm 2024 là 82%). | EQ 90 percent
            Tỷ lệ đô thị hóa đến năm 2030 đạt trên 50%, tầm nhìn đến năm 2045 đạt trên 70%. | GT 50 percent 2030; GT 70 percent 2045
            Tỷ lệ đô thị hóa đến năm 2030 đạt 45%, định hướng đến năm 2040 đạt ít nhất 60%. | EQ 45 percent 2030; GE 60 percent 2040
            Đạt 80% mục tiêu của Chiến lược, tầm nhìn đến năm 2045. | EQ 80 percent
            Hoàn thành 100% việc rà soát trước ngày 30/6/2027. | EQ 100 percent 2027
            Xóa 250 nhà tạm trước ngày 31/12/2026. | EQ 250 count 2026
            Chậm nhất ngày 15/9/2026 có 100% trường học đăng ký. | EQ 100 percent 2026
            100% hộ được cấp thẻ theo Quyết định ngày 15/9/2021 của tỉnh. | EQ 100 percent
            Đến ngày 30/11/2028, ít nhất 70% xã có nhà tạm lánh. | GE 70 percent 2028
            """)
    void theYearThatBelongsToTheNumber(String sentence, String expected) {
        assertThat(Reading.targets(Reading.objective(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ít nhất 01 triệu lượt người được truyền thông. | GE 1000000 count
            Trên 1,5 triệu người cao tuổi được khám. | GT 1500000 count
            Hỗ trợ 12 nghìn hộ sửa nhà. | EQ 12000 count
            Tối thiểu 03 vạn cây xanh được trồng. | GE 30000 count
            Thu nhập bình quân đạt 90 triệu đồng. | EQ 90 money
            Đào tạo nghề cho 2.500 lao động nông thôn. | EQ 2500 count
            Đào tạo kỹ năng cho 300 cộng tác viên. | EQ 300 count
            Bồi dưỡng kiến thức cho ít nhất 40 cán bộ. | GE 40 count
            Giải quyết việc làm cho 5.000 người. | EQ 5000 count
            Tập huấn nghề cho các hộ; mở 02 lớp. | EQ 2 count
            Có 10 nghìn tài khoản được mở mới. | EQ 10000 count
            Bố trí kinh phí 2 triệu đồng cho mỗi thôn. | ``
            """)
    void howManyThousands(String sentence, String expected) {
        assertThat(Reading.targets(Reading.objective(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Rà soát thủ tục, bảo đảm 100% hồ sơ được trả kết quả đúng hạn. | EQ 100 percent
            Bảo đảm 100% người dân nhận kết quả trên môi trường điện tử. | EQ 100 percent
            Phấn đấu 95% hồ sơ có kết quả giải quyết trước hạn. | EQ 95 percent
            Phấn đấu trên 60% học sinh có kết quả học tập khá. | GT 60 percent
            Kết quả rà soát năm 2025 đạt 92% số hộ. | ``
            Kết quả thực hiện: có 87% số hộ đạt chuẩn. | ``
            Ngân sách trung ương: cho các dự án do bộ quản lý, chiếm khoảng 75% - 80% tổng mức. | ``
            Vốn ngoài ngân sách và các nguồn hợp pháp khác dự kiến đạt 10% - 15%. | ``
            Trong đó, ngân sách tỉnh bảo đảm 60%, ngân sách xã bảo đảm 40%. | ``
            Kinh phí do các hộ đóng góp chiếm trên 20%. | ``
            Vốn đầu tư được giao phấn đấu giải ngân đạt 98%. | EQ 98 percent
            Bảo đảm 100% cộng tác viên có tài liệu. | EQ 100 percent
            """)
    void sharesOfMoneyAndWhatIsHandedOut(String sentence, String expected) {
        assertThat(Reading.targets(Reading.task(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tỷ lệ hộ gia đình văn hóa đạt 90% (cả nước 92%). | EQ 90 percent
            Tỷ lệ hộ nghèo dưới 2% (toàn quốc dưới 3%). | LT 2 percent
            Thu nhập đạt 80 triệu đồng (chỉ tiêu giao 75 triệu đồng). | EQ 80 money
            Thể nhẹ cân dưới 10% (nội thành), 12% (ngoại thành). | LT 10 percent; LT 12 percent
            Tối thiểu 50% cán bộ ở cấp tỉnh và 40% ở cấp xã được tập huấn. | GE 50 percent; GE 40 percent
            Trên 90% hộ tại phường, 80% tại xã ký cam kết. | GT 90 percent; GT 80 percent
            Ít nhất 70% trường học và 60% doanh nghiệp có bộ phận tư vấn. | GE 70 percent; EQ 60 percent
            Có từ 03 đến 05 mô hình mới mỗi năm. | EQ 3-5 count yearly
            Thành lập 10 đến 12 câu lạc bộ. | EQ 10-12 count
            Thực hiện Đề án “Đầu tư xây dựng ít nhất 02 nghìn căn hộ nhà ở”. | ``
            Thực hiện Chương trình trồng ít nhất 03 vạn cây xanh. | ``
            Thực hiện Chương trình trồng rừng, có ít nhất 03 vạn cây xanh. | GE 30000 count
            """)
    void comparisonsPlacesRangesAndNames(String sentence, String expected) {
        assertThat(Reading.targets(Reading.objective(sentence))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Xã có từ 30% số hộ nghèo trở lên được ưu tiên hỗ trợ. | ``
            Hộ có thu nhập dưới 50% mức trung bình thì được vay vốn. | ``
            Các thôn có trên 20% hộ có bạo lực phải lập danh sách. | ``
            Doanh nghiệp có ít nhất 50% lao động nữ được xét khen. | ``
            Hỗ trợ 100% học phí cho trẻ em mồ côi. | ``
            Miễn 100% viện phí cho người bị bạo lực. | ``
            Giảm 50% lệ phí cho hộ nghèo. | ``
            Phấn đấu mỗi xã có ít nhất 30% hộ tham gia câu lạc bộ. | GE 30 percent
            Phấn đấu trên 90% hộ nghèo được vay vốn. | GT 90 percent
            Bảo đảm 100% trẻ em mồ côi được hỗ trợ. | EQ 100 percent
            Có ít nhất 80% doanh nghiệp có tổ chức công đoàn. | GE 80 percent
            Phấn đấu 100% thôn có người trực. | EQ 100 percent
            """)
    void whoIsMeantIsNoAim(String sentence, String expected) {
        assertThat(Reading.targets(Reading.task(sentence))).isEqualTo(expected);
    }
}
