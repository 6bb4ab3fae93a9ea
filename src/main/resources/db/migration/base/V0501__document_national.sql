-- The papers at the top of every programme of family work, so that a plan's legal basis leads up to the directive of the Party.
insert into document.document (type, number, issuer, issued_on, title) values
    ('Chỉ thị', '06-CT/TW', 'Ban Bí thư', '2021-06-24',
     'Tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng gia đình trong tình hình mới'),
    ('Quyết định', '2074/QĐ-TTg', 'Thủ tướng Chính phủ', '2021-12-10', 'Kế hoạch thực hiện Chỉ thị số 06-CT/TW'),
    ('Kế hoạch', '541/KH-UBND', 'Ủy ban nhân dân tỉnh Bắc Giang', '2022-02-12', 'Triển khai thực hiện Chỉ thị số 06-CT/TW'),
    ('Thông tư', '07/2017/TT-BVHTTDL', 'Bộ Văn hóa, Thể thao và Du lịch', '2017-12-29',
     'Thu thập, báo cáo thông tin về gia đình và phòng, chống bạo lực gia đình'),
    ('Thông tư', '18/2025/TT-BVHTTDL', 'Bộ Văn hóa, Thể thao và Du lịch', '2025-12-11',
     'Bỏ nhiệm vụ báo cáo của cấp huyện trong Thông tư 07/2017/TT-BVHTTDL');

insert into document.legal_basis (from_document, to_document, relation)
select f.id, t.id, link.relation
from (values ('2074/QĐ-TTg', '06-CT/TW', 'IMPLEMENTS'),
             ('541/KH-UBND', '06-CT/TW', 'IMPLEMENTS'),
             ('18/2025/TT-BVHTTDL', '07/2017/TT-BVHTTDL', 'AMENDS')) as link (f, t, relation)
join document.document f on f.number = link.f
join document.document t on t.number = link.t;
