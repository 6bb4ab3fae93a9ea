package vn.toam.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns whatever text a file held into clean Unicode: NFC, line feeds, plain blanks, old encodings converted, damage
 * that can be undone for certain undone. Wording, tone placement ("hoà", "hòa"), wraps and order stay as they are.
 */
public final class TextCleaner {
    /** Below this share of words with a Vietnamese letter the text was typed without diacritics; real text has 75-85%. */
    private static final double FEW_DIACRITICS = 0.05;

    /** Share of words that must be possible toneless syllables before text counts as Vietnamese; English has 30-45%. */
    private static final double MOSTLY_SYLLABLES = 0.75;

    /** Fewer words than this say nothing about the language. */
    private static final int ENOUGH_WORDS = 20;

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u000b\f\u0085\u2028\u2029]");
    private static final Pattern BLANKS = Pattern.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]");
    private static final Pattern SYMBOL_FONT_BULLETS = Pattern.compile("[\uf000-\uf0ff]");
    private static final Pattern TWICE_ENCODED =
            Pattern.compile("[áÄÆÃ](?:(?<=á)[º»][^ ]|(?<=Ä)[\u2018\u0091\u0090]|(?<=Æ)[°¡]|(?<=Ã)[\u00a0-¿])");
    private static final Pattern TWICE_ENCODED_WORD =
            Pattern.compile("(?<![^ \\t\\r\\n])[^ \\t\\r\\n\u0080-\uffff]*+[\u0080-\uffff][^ \\t\\r\\n]*+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Charset CP1252 = Charset.forName("windows-1252");

    private final Syllables syllables = new Syllables();
    private final EncodingFinder finder = new EncodingFinder(syllables);

    /** For the readers of files that know fonts: what they convert counts for the notes here. */
    public EncodingFinder finder() {
        return finder;
    }

    public SourceText clean(String raw) {
        String text = LINE_ENDS.matcher(decodeTwice(raw)).replaceAll("\n");
        text = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        text = finder.toUnicode(BLANKS.matcher(text).replaceAll(" "));
        boolean tcvn3 = finder.converted().contains(LegacyEncoding.TCVN3);
        text = SpacedLetters.join(text, syllables);
        text = letters(tcvn3 ? Capitals.restore(LostHorns.restore(text, syllables)) : Capitals.repair(text));
        return new SourceText(text, notes(text));
    }

    private List<Note> notes(String text) {
        List<Note> notes = new ArrayList<>();
        finder.converted().forEach(encoding -> notes.add(Note.of(encoding.noteKey())));
        if (text.indexOf('\ufffd') >= 0) {
            notes.add(Note.of("paper.unknownCharacters"));
        }
        if (lacksDiacritics(text)) {
            notes.add(Note.of("paper.noDiacritics"));
        }
        return List.copyOf(notes);
    }

    /** True for Vietnamese typed without diacritics: its words are toneless syllables, which few other languages' are. */
    private boolean lacksDiacritics(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.length() > 1)
                .toList();
        long accented = words.stream()
                .filter(word -> word.chars().anyMatch(c -> c >= 0x80))
                .count();
        return words.size() >= ENOUGH_WORDS
                && accented < words.size() * FEW_DIACRITICS
                && words.stream().filter(syllables::isSyllable).count() > words.size() * MOSTLY_SYLLABLES;
    }

    /** Single characters that stand for others: soft hyphen for nothing, Eth for Đ, U+01F6 for ỳ, Symbol font for "-". */
    private static String letters(String text) {
        String out = text.replace("\u00ad", "")
                .replace('\u00d0', 'Đ')
                .replace('\u00f0', 'đ')
                .replace('\u0189', 'Đ');
        out = out.replace('\u01f6', 'ỳ').replace('\uf0b3', '≥').replace('\uf0a3', '≤');
        return SYMBOL_FONT_BULLETS.matcher(out).replaceAll("-");
    }

    /** Undoes UTF-8 that was read as windows-1252 and saved again ("Káº¿ hoáº¡ch"), word by word. */
    private static String decodeTwice(String text) {
        if (!TWICE_ENCODED.matcher(text).find()) {
            return text;
        }
        return TWICE_ENCODED_WORD
                .matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(decodeWordTwice(word.group())));
    }

    private static String decodeWordTwice(String word) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(word.length());
            CharsetEncoder windows = CP1252.newEncoder();
            for (char c : word.toCharArray()) {
                bytes.put(
                        c < 0x100
                                ? (byte) c
                                : windows.encode(CharBuffer.wrap(new char[] {c}))
                                        .get());
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return word;
        }
    }
}
