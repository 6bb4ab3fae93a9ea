import java.io.ByteArrayInputStream;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks out and in, as a client of a demo installation sees them: a province's table out, the same table in with its preview, then
 * tables of 3,321 and 6,642 units with 40 figures each from upload to saved, every figure checked afterwards.
 *
 * <p>java -cp 'target/app/lib/*' bench/ExchangeSpeed.java http://localhost:8080 [YEAR [PID]] – YEAR before 2025, one that no round asks about; with the
 * server's PID the processor time of it and its PostgreSQL is printed too, which other work on the machine does not lengthen as much
 */
public class ExchangeSpeed {
    static final String FORM = "dv-family-commune";
    static final int FIGURES = 40;
    static final int UNITS = 3_321;
    static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    record Read(String id, double seconds) {}

    static String base;
    static String csrf;
    static long pid;

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        base = arguments[0];
        int year = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2021;
        signIn("ministry");
        pid = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        String round = open(year);
        province(round);
        List<String> codes = values(get("/exchange/rounds/" + round + "/units/1/all.json"), "code");
        System.out.printf("round of %d asks %d units%n", year, codes.size());
        double one = whole(round, codes.subList(0, UNITS), 1);
        double other = whole(round, codes.subList(UNITS, 2 * UNITS), 2);
        double two = whole(round, codes.subList(0, 2 * UNITS), 3);
        System.out.printf("twice the values take %.2f times as long (bound 2.2)%n", two / Math.min(one, other));
    }

    /** The province with the most units: out five times, in with a change in every row five times. */
    static void province(String round) throws Exception {
        String unit = largest(round);
        String path = "/exchange/rounds/" + round + "/units/" + unit + "/all.xlsx";
        double[] out = new double[5];
        double[] in = new double[5];
        byte[] book = new byte[0];
        int rows = 0;
        for (int i = 0; i < out.length; i++) {
            long start = System.nanoTime();
            book = bytes(path);
            out[i] = seconds(start);
        }
        for (int i = 0; i < in.length; i++) {
            byte[] changed = changed(book, i + 1);
            Read read = read(round, changed, "PREVIEW");
            in[i] = read.seconds();
            rows = Integer.parseInt(find("Tất cả \\((\\d+)\\)", get("/exchange/imports/" + read.id())));
            post("/exchange/imports/" + read.id() + "/cancel", "");
        }
        Arrays.sort(out);
        Arrays.sort(in);
        System.out.printf("province workbook, %d units: out median %.2f s, most %.2f s (bound 2); in with preview median %.2f s, most %.2f s (bound 5)%n",
                rows, out[2], out[4], in[2], in[4]);
    }

    static String largest(String round) throws Exception {
        String best = "";
        int most = 0;
        Matcher row = Pattern.compile("/collection/rounds/" + round + "\\?unit=(\\d+)\"").matcher(get("/collection/rounds/" + round));
        while (row.find()) {
            HttpResponse<String> json = HTTP.send(request("/exchange/rounds/" + round + "/units/" + row.group(1) + "/all.json").build(), BodyHandlers.ofString());
            int units = json.statusCode() == 200 ? values(json.body(), "code").size() : 0;
            if (units > most && units <= 200) {
                most = units;
                best = row.group(1);
            }
        }
        return best;
    }

    /** A whole table from upload to saved. */
    static double whole(String round, List<String> codes, int seed) throws Exception {
        byte[] book = table(codes, seed);
        double cpu = processor();
        Read read = read(round, book, "PREVIEW");
        long start = System.nanoTime();
        post("/exchange/imports/" + read.id() + "/confirm", "&proof=" + encode("Văn bản số 1 ngày 05/12: bảng đo tốc độ"));
        until(read.id(), "Đã lưu ");
        double saving = seconds(start);
        cpu = processor() - cpu;
        int wrong = check(round, codes, seed);
        System.out.printf("%,d values (%,d kB): read and preview %.2f s, save %.2f s, together %.2f s (processor %.1f s); %d units with other figures%n",
                codes.size() * FIGURES, book.length / 1024, read.seconds(), saving, read.seconds() + saving, cpu, wrong);
        return read.seconds() + saving;
    }

    static Read read(String round, byte[] book, String wanted) throws Exception {
        String mark = "----toam" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] field : new String[][] {{"_csrf", csrf}, {"round", round}}) {
            body.writeBytes(("--" + mark + "\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + mark + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bang.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(book);
        body.writeBytes(("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8));
        long start = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(request("/exchange/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build(), BodyHandlers.ofString());
        String id = answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())).replaceAll(".*/", "");
        String page = until(id, "name=\"header\"", "/confirm\"", "Không có gì để lưu");
        double seconds = seconds(start);
        if (page.contains("name=\"header\"")) {
            start = System.nanoTime();
            post("/exchange/imports/" + id + "/mapping", mapping(page));
            until(id, "/confirm\"", "Không có gì để lưu");
            seconds += seconds(start);
        }
        return new Read(id, seconds);
    }

    /** The mapping as the page proposes it. */
    static String mapping(String page) {
        StringBuilder form = new StringBuilder();
        for (String name : List.of("sheet", "header", "first", "unit")) {
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
            String page = get("/exchange/imports/" + id);
            if (Arrays.stream(signs).anyMatch(page::contains)) {
                return page;
            }
            if (page.contains("class=\"problems\"")) {
                throw new IllegalStateException(page.replaceAll("(?s).*class=\"problems\"", "").substring(0, 400));
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no end");
    }

    /** Units whose figures are not those that were sent. */
    static int check(String round, List<String> codes, int seed) throws Exception {
        String json = get("/exchange/rounds/" + round + "/units/1/all.json");
        int wrong = 0;
        Matcher row = Pattern.compile("\\{\"code\":\"(\\d+)\"[^}]*}").matcher(json);
        while (row.find()) {
            int index = codes.indexOf(row.group(1));
            if (index >= 0) {
                List<String> lines = values(row.group(), null);
                Random random = new Random(seed * 100_000L + index);
                for (int i = 0; i < FIGURES; i++) {
                    if (!lines.get(i).equals(String.valueOf(random.nextInt(1_000)))) {
                        wrong++;
                        break;
                    }
                }
            }
        }
        return wrong;
    }

    static byte[] table(List<String> codes, int seed) throws Exception {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Số liệu");
            Row head = sheet.createRow(0);
            head.createCell(0).setCellValue("Mã");
            for (int i = 0; i < FIGURES; i++) {
                head.createCell(i + 1).setCellValue(LINES.get(i));
            }
            for (int r = 0; r < codes.size(); r++) {
                Row row = sheet.createRow(r + 1);
                row.createCell(0).setCellValue(codes.get(r));
                Random random = new Random(seed * 100_000L + r);
                for (int i = 0; i < FIGURES; i++) {
                    row.createCell(i + 1).setCellValue(random.nextInt(1_000));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    static byte[] changed(byte[] workbook, int by) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (row.getRowNum() > 3 && cell.getColumnIndex() > 3 && !cell.getCellStyle().getLocked() && cell.getColumnIndex() < 4 + FIGURES) {
                        cell.setCellValue(by * 100 + cell.getColumnIndex());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    /** Ids of the form's figures, in printed order. */
    static final List<String> LINES = new ArrayList<>();

    static String open(int year) throws Exception {
        HttpResponse<String> answer = post("/collection/rounds", "&form=" + FORM + "&year=" + year + "&unit=1&calendar=");
        String place = answer.headers().firstValue("Location").orElse("");
        String id = place.contains("/rounds/") ? place.replaceAll(".*/", "") : find("/exchange/rounds/([0-9a-f-]{36})/", get("/exchange?year=" + year));
        String json = get("/exchange/rounds/" + id + "/units/1/all.json");
        Matcher name = Pattern.compile("\"([a-z_0-9]+)\":(?:null|\\d|true|false)").matcher(json.substring(json.indexOf("\"rows\"")));
        while (name.find() && LINES.size() < FIGURES) {
            if (!LINES.contains(name.group(1))) {
                LINES.add(name.group(1));
            }
        }
        return id;
    }

    /** Values of one member, or, without a name, of every line in {@link #LINES}. */
    static List<String> values(String json, String member) {
        List<String> values = new ArrayList<>();
        if (member == null) {
            for (String line : LINES) {
                values.add(find("\"" + line + "\":([^,}]*)", json));
            }
            return values;
        }
        Matcher value = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(json);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return "";
    }

    static void signIn(String account) throws Exception {
        csrf = find("name=\"_csrf\" value=\"([^\"]+)\"", get("/sign-in"));
        post("/sign-in/demo", "&username=" + account);
        csrf = find("name=\"_csrf\" value=\"([^\"]+)\"", get("/exchange"));
    }

    /** Seconds of processor time of the server and everything it started, since their start; 0 without a PID. */
    static double processor() {
        return ProcessHandle.of(pid).stream()
                .flatMap(server -> java.util.stream.Stream.concat(java.util.stream.Stream.of(server), server.descendants()))
                .mapToDouble(each -> each.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0))
                .sum();
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

    static byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    static String get(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
