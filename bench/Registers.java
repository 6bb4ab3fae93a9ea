/**
 * Server time of registers at the size of the country: java bench/Registers.java URL COMMUNE_ACCOUNT COMMUNE PROVINCE_ACCOUNT PROVINCE
 * The folder is one of ./toam demo --registers; units are given by id. Bounds: 50 ms in a commune, 150 ms in a province.
 */
public class Registers {

    static final String[] LISTS = {
        "/registers?unit=%s",
        "/registers/event?unit=%s",
        "/registers/event?unit=%s&year=2025",
        "/registers/event?unit=%s&year=2025&f.kind=TRAINING",
        "/registers/event?unit=%s&f.kind=TRAINING",
        "/registers/event?unit=%s&unproven=true",
        "/registers/event?unit=%s&state=open",
        "/registers/event?unit=%s&sort=NAME",
        "/registers/community-group?unit=%s&state=DORMANT",
        "/registers/community-group?unit=%s&count=dv_clubs&from=2026-01-01&to=2026-11-30",
        "/registers/budget-line?unit=%s&year=2024",
        "/registers/event?unit=%s&q=tap+huan",
        "/registers/event?unit=%s&q=dong+mau+12",
        "/registers/event?unit=%s&q=khongcogica",
        "/registers/media-product?unit=%s&q=giadinh",
        "/search?q=hoi+thi+dong+mau",
        "/search?q=khongcogica"
    };

    public static void main(String[] arguments) throws Exception {
        PageTimes.base = arguments[0];
        for (int at = 1; at < arguments.length; at += 2) {
            PageTimes.signIn(arguments[at]);
            System.out.println(arguments[at] + ", unit " + arguments[at + 1]);
            for (String list : LISTS) {
                PageTimes.measure(list.formatted(arguments[at + 1]));
            }
        }
    }
}
