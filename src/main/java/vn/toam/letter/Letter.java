package vn.toam.letter;

import static vn.toam.letter.LetterWords.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A paper of an authority, complete and without layout. {@link WordLetter} writes it; a page shows the same parts.
 *
 * @param type kind of paper: {@code Báo cáo}, {@code Tờ trình}
 * @param head who issues it, where, when
 * @param subject what it is about, after the kind: {@code kết quả … năm 2024}
 * @param basis legal basis, one document a line, ready to print
 * @param opening the sentence that opens the body
 * @param body the rest of it, in reading order
 * @param annexes tables behind the signature, in the order in which the body names them
 * @param recipients who gets it, without dash and punctuation; the file copy comes last
 * @param signature who signs
 * @param year printed where the day is still to be written by hand
 * @param day the day that the contents stand for: the file's own date, so that writing it again gives the same bytes
 * @param demo true: what it says is make-believe, and every page says so
 */
public record Letter(
        String type,
        Letterhead head,
        String subject,
        List<String> basis,
        String opening,
        List<Block> body,
        List<Annex> annexes,
        List<String> recipients,
        Signature signature,
        int year,
        LocalDate day,
        boolean demo) {

    /**
     * Head of the paper (Decree 30/2020, Annex I, II.1–4).
     *
     * @param parent body above the issuer, in capitals; blank for a People's Committee, which names none
     * @param issuer issuing body in capitals
     * @param issuerInText the same as a sentence names it: {@code Ủy ban nhân dân huyện Tân Yên}
     * @param number number of the paper; blank until the office gives one
     * @param code kind and issuer: {@code BC-UBND}
     * @param place where it is issued
     * @param date when; null until it is signed
     */
    public record Letterhead(
            String parent,
            String issuer,
            String issuerInText,
            String number,
            String code,
            String place,
            @Nullable LocalDate date) {}

    /**
     * Who signs.
     *
     * @param authority lines before the post, in capitals: {@code TM. ỦY BAN NHÂN DÂN}, {@code KT. CHỦ TỊCH}
     * @param post post in capitals
     * @param name name; blank until it is signed
     */
    public record Signature(List<String> authority, String post, String name) {}

    /** A table behind the signature, numbered in Roman figures. */
    public record Annex(String number, Block.Grid grid) {

        /** {@code Phụ lục I}. */
        public String title() {
            return say("annex", number);
        }
    }

    /** Kind and subject in one line. */
    public String title() {
        return type + " " + subject;
    }

    /** The kind as the title prints it. */
    public String heading() {
        return type.toUpperCase(Locale.ROOT);
    }

    /** What it is about, with a capital letter. */
    public String about() {
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    /** {@code Số: 05/BC-UBND}; room for a pen where there is no number yet. */
    public String number() {
        return say("number", bareNumber(), head.code());
    }

    private String bareNumber() {
        return head.number().isBlank() ? "        " : head.number().length() == 1 ? "0" + head.number() : head.number();
    }

    /** Place and date; days below 10 and the months January and February have a leading zero, a date not yet known has room for a pen. */
    public String dated() {
        LocalDate date = head.date();
        if (date == null) {
            return say("dated", head.place(), "      ", "      ", String.valueOf(year));
        }
        int month = date.getMonthValue();
        return say(
                "dated",
                head.place(),
                "%02d".formatted(date.getDayOfMonth()),
                (month < 3 ? "0" : "") + month,
                String.valueOf(date.getYear()));
    }

    /** The distribution list as printed: {@code - Như trên;} … {@code - Lưu: VT.} */
    public List<String> distribution() {
        return IntStream.range(0, recipients.size())
                .mapToObj(i -> "- " + recipients.get(i) + (i == recipients.size() - 1 ? "." : ";"))
                .toList();
    }

    /** What an annex says it comes with: number and day of the paper, or room for a pen. */
    public String belongsTo() {
        String on = head.date() == null ? say("annex.day", String.valueOf(year)) : Citation.day(head.date());
        return say("annex.to", type, bareNumber(), head.code(), on, head.issuerInText());
    }
}
