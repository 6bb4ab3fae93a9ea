import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of 10,000 clubs into the register of a commune, as a client of a demo installation sees it: read and previewed, saved, the same
 * again (all the same), one figure changed in each row, both taken back.
 *
 * <p>java -cp 'target/app/lib/*' bench/RecordImport.java http://localhost:8080 [ROWS]
 */
public class RecordImport {
    static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    static final List<String> HEAD = List.of("Tên câu lạc bộ hoặc nhóm", "Loại", "Lĩnh vực", "Thôn, tổ dân phố", "Ngày thành lập", "Kỳ sinh hoạt",
            "Số gia đình tham gia", "Số thành viên", "Quyết định thành lập", "Tình trạng");

    static String base;
    static String csrf;
    static String unit;
    static String run = Long.toString(System.nanoTime(), 36);

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        base = arguments[0];
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        csrf = find("name=\"_csrf\" value=\"([^\"]+)\"", get("/sign-in"));
        post("/sign-in/demo", "&username=reporter.tanyen");
        String list = get("/registers/community-group");
        unit = find("/registers/community-group/new\\?unit=(\\d+)", list);
        csrf = find("name=\"_csrf\" value=\"([^\"]+)\"", get("/registers/community-group/new?unit=" + unit));
        bring("warming up", 200, 0);
        String first = bring("new", rows, 1);
        bring("the same", rows, 1);
        String second = bring("changed", rows, 2);
        undo(second, "changes");
        undo(first, "new ones");
    }

    static String bring(String what, int rows, int figure) throws Exception {
        byte[] book = table(rows, figure);
        long start = System.nanoTime();
        String id = send(book);
        String page = until(id, "name=\"header\"", "/confirm\"");
        double reading = seconds(start);
        if (page.contains("name=\"header\"")) {
            start = System.nanoTime();
            post("/imports/" + id + "/mapping", mapping(page));
            page = until(id, "/confirm\"");
            reading += seconds(start);
        }
        double saving = 0;
        if (page.contains("class=\"main\">Lưu")) {
            start = System.nanoTime();
            post("/imports/" + id + "/confirm", "");
            until(id, "Đã lưu ");
            saving = seconds(start);
        }
        System.out.printf("%s: %,d rows (%,d kB): read and preview %.2f s, save %.2f s%n", what, rows, book.length / 1024, reading, saving);
        return id;
    }

    static void undo(String id, String what) throws Exception {
        long start = System.nanoTime();
        post("/imports/" + id + "/undo", "");
        until(id, "Đã rút lại: ");
        System.out.printf("%s taken back in %.2f s%n", what, seconds(start));
    }

    static byte[] table(int rows, int figure) throws Exception {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("CLB");
            for (int r = 0; r <= rows; r++) {
                Row row = sheet.createRow(r);
                Object[] cells = r == 0 ? HEAD.toArray() : new Object[] {"Câu lạc bộ " + run + " số " + r, "Câu lạc bộ", "Khác",
                        r % 2 == 0 ? "Tân Lập" : "hoa binh", String.format("%02d/%02d/2024", 1 + r % 28, 1 + r % 12), "Hằng tháng", 20 + figure, 40, r + "/QĐ-UBND",
                        "Đang hoạt động"};
                for (int c = 0; c < cells.length; c++) {
                    if (cells[c] instanceof Integer number) {
                        row.createCell(c).setCellValue(number);
                    } else {
                        row.createCell(c).setCellValue(cells[c].toString());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    static String send(byte[] book) throws Exception {
        String mark = "----toam" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + mark + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + mark + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bang.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(book);
        body.writeBytes(("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HTTP.send(request("/registers/community-group/import?unit=" + unit)
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())).replaceAll(".*/", "");
    }

    /** The mapping as the page proposes it. */
    static String mapping(String page) {
        StringBuilder form = new StringBuilder();
        for (String name : List.of("sheet", "header", "first")) {
            form.append('&').append(name).append('=').append(encode(find("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"", page)));
        }
        Matcher select = Pattern.compile("(?s)<select id=\"(c\\d+)\".*?</select>").matcher(page);
        while (select.find()) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group());
            form.append('&').append(select.group(1)).append('=').append(chosen.find() ? encode(chosen.group(1)) : "");
        }
        return form.toString();
    }

    static String until(String id, String... signs) throws Exception {
        for (int i = 0; i < 6_000; i++) {
            String page = get("/imports/" + id);
            if (Arrays.stream(signs).anyMatch(page::contains)) {
                return page;
            }
            if (page.contains("class=\"problems\"")) {
                throw new IllegalStateException(page.replaceAll("(?s).*class=\"problems\"", "").substring(0, 400));
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no end");
    }

    static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return matcher.group(1);
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    static HttpResponse<String> post(String path, String form) throws Exception {
        return HTTP.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encode(csrf) + form)).build(), BodyHandlers.ofString());
    }

    static String get(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
